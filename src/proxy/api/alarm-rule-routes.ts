import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type RuleView, ruleContentSchema } from '../../api/alarm-rules.ts';
import { signatureOf } from '../access/audit.ts';
import { authorize } from '../access/authorize.ts';
import type { Caller } from '../access/caller.ts';
import type { RuleContent } from '../alarms/alarm-rules.ts';
import { tryRule } from '../alarms/try-rule.ts';
import { SeenEvents } from '../events/seen-events.ts';
import { RequestFault } from '../request-fault.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';

interface RuleParams {
  ruleId: string;
}

export function addAlarmRuleRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { alarms, audit } = parts;
  const { rules } = alarms;
  const handle = { policy: 'handle-alarms' } as const;
  const supervise = { policy: 'supervise' } as const;

  const existing = ({ params, caller }: FastifyRequest<{ Params: RuleParams }>): RuleView => {
    const rule = rules.get(params.ruleId);
    if (!rule || hiddenPart(parts, caller, rule)) throw new RequestFault('not-found');
    return rule;
  };
  /** What is about every camera can be read by all, but is not for whoever sees only some. */
  const changeable = (request: FastifyRequest<{ Params: RuleParams }>): RuleView => {
    const rule = existing(request);
    if (!isWithinReach(parts, request.caller, rule)) throw new RequestFault('not-allowed');
    return rule;
  };
  const record = ({ caller, ip }: FastifyRequest, kind: string, rule: RuleView) =>
    audit.record.write({
      ...signatureOf(caller, ip),
      operation: `alarm.rule-${kind}`,
      object: { kind: 'rule', id: rule.id, name: rule.name || rule.id },
      parameters: {
        topic: rule.topic,
        priority: String(rule.priority),
        enabled: String(rule.enabled),
      },
      outcome: 'done',
      detail: '',
      revealed: false,
    });

  app.get('/api/alarm-rules', { config: handle }, async ({ caller }, reply) => {
    reply.header('cache-control', 'no-store');
    return { rules: rules.all.filter((rule) => !hiddenPart(parts, caller, rule)) };
  });

  app.post('/api/alarm-rules', { config: supervise }, async (request, reply) => {
    const content = readInput(ruleContentSchema, request.body);
    requireKnown(parts, request.caller, content, null);
    requireReach(parts, request.caller, content);
    const rule = await rules.add(content);
    await record(request, 'add', rule);
    return reply.code(201).send(rule);
  });

  app.post('/api/alarm-rule-trials', { config: supervise }, async ({ body, caller }, reply) => {
    const { registry, events, now } = parts;
    const content = readInput(ruleContentSchema, body);
    requireKnown(parts, caller, content, null);
    reply.header('cache-control', 'no-store');
    const { journal } = events;
    return tryRule(content, caller, { journal, registry, zoneOf: alarms.zoneOf, now });
  });

  app.put<{ Params: RuleParams }>(
    '/api/alarm-rules/:ruleId',
    { config: supervise },
    async (request) => {
      const before = changeable(request);
      const content = readInput(ruleContentSchema, request.body);
      requireKnown(parts, request.caller, content, before);
      requireReach(parts, request.caller, content);
      const rule = await rules.change(before.id, content);
      await record(request, 'change', rule);
      return rule;
    },
  );

  app.delete<{ Params: RuleParams }>(
    '/api/alarm-rules/:ruleId',
    { config: supervise },
    async (request, reply) => {
      const rule = await rules.remove(changeable(request).id);
      await record(request, 'remove', rule);
      return reply.code(204).send();
    },
  );
}

type Named = Readonly<Record<'cameraIds' | 'linkedCameraIds' | 'sendings', readonly string[]>>;

/** The cameras that a rule names, by the field that names them. */
function camerasOf({ cameraIds, linkedCameraIds, sendings }: RuleContent): Named {
  const sent = sendings.flatMap((one) => ('cameraId' in one ? [one.cameraId] : []));
  return { cameraIds, linkedCameraIds, sendings: sent };
}

function devicesOf({ sendings }: RuleContent): readonly string[] {
  return sendings.flatMap((one) => ('deviceId' in one ? [one.deviceId] : []));
}

/** Whether a rule names a camera or a device that is there and not for this caller: then it is not there either. */
function hiddenPart(parts: ProxyParts, caller: Caller, rule: RuleContent): boolean {
  const { directory, registry } = parts;
  const seen = new SeenEvents(caller, registry);
  const isForeign = (id: string) => registry.device(id) !== undefined && !seen.mayWholeDevice(id);
  if (devicesOf(rule).some(isForeign)) return true;
  return Object.values(camerasOf(rule))
    .flat()
    .some((id) => {
      const camera = directory.standing(id);
      return camera !== null && !authorize(caller, 'view', camera);
    });
}

/** A rule without cameras is about all that there are and will be. */
function isWithinReach({ registry }: ProxyParts, caller: Caller, rule: RuleContent): boolean {
  return rule.cameraIds.length > 0 || new SeenEvents(caller, registry).isAll;
}

/** @throws RequestFault `invalid-input` for a rule about more than the caller may see */
function requireReach(parts: ProxyParts, caller: Caller, content: RuleContent): void {
  if (!isWithinReach(parts, caller, content)) throw new RequestFault('invalid-input', 'cameraIds');
}

/**
 * Whoever names a camera that is not for them is told what one hears who names none. One that a rule
 * has named before may be gone meanwhile.
 * @throws RequestFault `invalid-input` that names the field
 */
function requireKnown(
  parts: ProxyParts,
  caller: Caller,
  content: RuleContent,
  before: RuleContent | null,
): void {
  const { directory, registry } = parts;
  const old = new Set(before ? Object.values(camerasOf(before)).flat() : []);
  for (const [field, ids] of Object.entries(camerasOf(content))) {
    const isKnown = (id: string) => {
      const camera = directory.standing(id);
      return camera ? authorize(caller, 'view', camera) : old.has(id);
    };
    if (!ids.every(isKnown)) throw new RequestFault('invalid-input', field);
  }
  const oldDevices = new Set(before ? devicesOf(before) : []);
  const isKnownDevice = (id: string) => registry.device(id) !== undefined || oldDevices.has(id);
  if (!devicesOf(content).every(isKnownDevice) || hiddenPart(parts, caller, content)) {
    throw new RequestFault('invalid-input', 'sendings');
  }
}
