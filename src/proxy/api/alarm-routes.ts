import type { FastifyInstance, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import {
  type AlarmView,
  alarmActionSchema,
  type alarmDetailSchema,
  type alarmListSchema,
  type alarmPeopleSchema,
  alarmQuerySchema,
} from '../../api/alarms.ts';
import { signatureOf } from '../access/audit.ts';
import { SeenAlarms } from '../alarms/seen-alarms.ts';
import { SeenEvents } from '../events/seen-events.ts';
import { RequestFault } from '../request-fault.ts';
import type { KeptAlarm } from '../store/alarm-store.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';

interface AlarmParams {
  alarmId: string;
}
type AlarmRequest = FastifyRequest<{ Params: AlarmParams }>;

const pageSize = 100;
/** Of somebody who sees little, so many are looked through before the page is given as it is. */
const mostLooks = 20;

export function addAlarmRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { alarms, store, registry } = parts;
  const view = { policy: 'view' } as const;
  const handle = { policy: 'handle-alarms' } as const;
  const seenBy = ({ caller }: Pick<FastifyRequest, 'caller'>) =>
    new SeenAlarms(caller, alarms.seen);

  /** One that is not the caller's business is not there. */
  const existing = async (request: AlarmRequest): Promise<KeptAlarm> => {
    const { alarmId } = request.params;
    const alarm = alarms.alarms.recent(alarmId) ?? (await store.alarms.readAlarm(alarmId));
    if (!alarm || !seenBy(request).may(alarm)) throw new RequestFault('not-found');
    return alarm;
  };

  app.get('/api/alarms', { config: view }, async (request, reply) => {
    const query = readInput(alarmQuerySchema, request.query);
    reply.header('cache-control', 'no-store');
    const flood = alarms.flood.state;
    if (Object.keys(query).length === 0) {
      return { ...alarms.feed.read(request.caller, 'open'), before: null };
    }
    return { ...(await closedPage(parts, seenBy(request), query)), flood } satisfies z.infer<
      typeof alarmListSchema
    >;
  });

  app.get<{ Params: AlarmParams }>(
    '/api/alarms/:alarmId',
    { config: view },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      await alarms.keep(request.params.alarmId);
      const alarm = await existing(request);
      const steps = await store.alarms.readSteps(alarm.id);
      const events = await store.events.readEvents(alarm.eventIds);
      const seenEvents = new SeenEvents(request.caller, registry);
      const isPerson = request.caller.kind === 'person';
      return {
        alarm: viewOf(alarm, seenBy(request)),
        // What people wrote to each other is not for a screen.
        steps: isPerson ? steps.map(({ alarmId: _, ...step }) => step) : [],
        events: events.flatMap((event) => seenEvents.view(event) ?? []),
      } satisfies z.infer<typeof alarmDetailSchema>;
    },
  );

  app.get<{ Params: AlarmParams }>(
    '/api/alarms/:alarmId/people',
    { config: handle },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const people = alarms.people.all(await existing(request));
      return { people } satisfies z.infer<typeof alarmPeopleSchema>;
    },
  );

  app.post<{ Params: AlarmParams }>(
    '/api/alarms/:alarmId/actions',
    { config: handle },
    async (request) => {
      const { caller, params, body, ip } = request;
      if (caller.kind !== 'person') throw new RequestFault('not-allowed');
      const { personId, ...deed } = readInput(alarmActionSchema, body);
      // The window that kept it learns that its session is another's, and keeps it for its person.
      if ((personId ?? caller.person.id) !== caller.person.id) {
        throw new RequestFault('sign-in-needed');
      }
      const seen = seenBy(request);
      const alarm = await alarms.actions.act(params.alarmId, deed, {
        by: { id: caller.person.id, name: caller.person.name },
        signature: signatureOf(caller, ip),
        may: (one) => seen.may(one),
        recipient: (personId, one) => alarms.people.recipient(personId, one),
      });
      return viewOf(alarm, seen);
    },
  );
}

function viewOf(alarm: KeptAlarm, seen: SeenAlarms): AlarmView {
  const view = seen.view(alarm);
  if (view === null) throw new RequestFault('not-found');
  return view;
}

async function closedPage(
  { store }: ProxyParts,
  seen: SeenAlarms,
  { closedFrom: fromMs, closedTo: toMs, before }: z.infer<typeof alarmQuerySchema>,
): Promise<{ alarms: AlarmView[]; before: number | null }> {
  const alarms: AlarmView[] = [];
  let next = before;
  for (let look = 0; look < mostLooks; look += 1) {
    const step = await store.alarms.readClosed({ fromMs, toMs, before: next }, pageSize);
    for (const alarm of step) {
      next = alarm.number;
      const view = seen.view(alarm);
      if (view) alarms.push(view);
      if (alarms.length === pageSize) return { alarms, before: alarm.number };
    }
    if (step.length < pageSize) return { alarms, before: null };
  }
  return { alarms, before: next ?? null };
}
