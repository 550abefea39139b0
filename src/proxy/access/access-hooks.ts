import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CameraId } from '../../domain/camera.ts';
import { RequestFault } from '../request-fault.ts';
import { StartFailure } from '../start-failure.ts';
import type { AccessRecord } from './access-record.ts';
import { authorize, type CameraStanding } from './authorize.ts';
import { type Caller, nobody } from './caller.ts';
import type { Gate } from './gate.ts';
import { isPlainPath } from './plain-path.ts';
import { type Policy, policies } from './policy.ts';
import { allowedHost, foreignness, type HostRule, schemeAt } from './same-site.ts';
import type { Sessions } from './sessions.ts';
import type { SignInDesk } from './sign-in.ts';

export interface Guard {
  readonly hosts: HostRule;
  readonly gate: Pick<Gate, 'callerOf' | 'isLocked' | 'isFresh'>;
  readonly desk: Pick<SignInDesk, 'needsSetUp'>;
  readonly sessions: Pick<Sessions, 'use'>;
  readonly camera: (cameraId: CameraId) => CameraStanding | null;
  readonly record: AccessRecord;
}

/** Refuses to start with a route that nobody has labelled: it would be open by oversight. */
export function requirePolicy(policy: unknown, route: string): Policy {
  const known = policies.find((one) => one === policy);
  if (known) return known;
  throw new StartFailure(`The route ${route} has no policy label. Give it one in its config.`);
}

/** Guards every route of an instance. Must come before the first of them. */
export function guardRoutes(app: FastifyInstance, guard: Guard): void {
  app.addHook('onRoute', (route) => {
    requirePolicy(route.config?.policy, `${String(route.method)} ${route.url}`);
  });
  app.decorateRequest('caller', undefined as never);
  app.addHook('onRequest', async (request, reply) => {
    request.caller = nobody;
    if (!isPlainPath(request.raw.url ?? '')) throw new RequestFault('invalid-input', 'path');
    const host = allowedHost(request.raw, guard.hosts);
    if (host === null) throw new RequestFault('not-allowed', 'host');
    // An address without a route has no label and shows nothing.
    const policy = request.routeOptions.config.policy ?? 'open';
    const foreign = foreignness(request.raw, host, policy, guard.hosts);
    if (foreign) throw new RequestFault('not-allowed', foreign);
    const caller = guard.gate.callerOf(request.raw, { host, scheme: schemeAt(host, guard.hosts) });
    if (caller === 'repeated') throw new RequestFault('invalid-input', 'cookie');
    request.caller = caller;
    if (policy !== 'open') admit(guard, request, policy);
    if (caller.kind !== 'nobody') use(guard, caller, request, reply);
  });
}

/** @throws RequestFault with the reason why this caller may not do this */
function admit(guard: Guard, request: FastifyRequest, policy: Exclude<Policy, 'open'>): void {
  const { caller } = request;
  if (guard.desk.needsSetUp) throw new RequestFault('setup-needed');
  if (caller.kind === 'nobody') throw new RequestFault('sign-in-needed');
  if (!authorize(caller, policy)) {
    refused(guard, request);
    throw new RequestFault('not-allowed');
  }
  const cameraId = cameraIdOf(request);
  if (cameraId !== undefined) {
    const camera = guard.camera(cameraId);
    if (camera && !authorize(caller, policy, camera)) refused(guard, request, cameraId);
    // Somebody else's camera answers like one that does not exist.
    if (!camera || !authorize(caller, policy, camera)) throw new RequestFault('not-found');
  }
  const looksOnly = policy === 'view' || policy === 'self';
  const { fresh = false } = request.routeOptions.config;
  if ((!looksOnly && guard.gate.isLocked(caller)) || (fresh && !guard.gate.isFresh(caller))) {
    throw new RequestFault('confirm-needed');
  }
}

function use(
  guard: Guard,
  caller: Exclude<Caller, { kind: 'nobody' }>,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const byPerson = caller.kind === 'person' && !reads && !guard.gate.isLocked(caller);
  guard.sessions.use(caller.session, byPerson);
  if (!request.routeOptions.config.lasting) return;
  const detach = caller.session.attach(() => reply.raw.destroy());
  reply.raw.once('close', detach);
}

function refused(guard: Guard, { caller, routeOptions, method, ip }: FastifyRequest, id?: string) {
  guard.record({
    caller,
    address: ip,
    operation: 'request.refused',
    ...(id === undefined ? {} : { object: { kind: 'camera', id, name: '' } }),
    parameters: { route: `${method} ${routeOptions.url ?? ''}` },
    outcome: 'refused',
  });
}

function cameraIdOf({ params }: FastifyRequest): string | undefined {
  return typeof params === 'object' && params !== null && 'cameraId' in params
    ? String(params.cameraId)
    : undefined;
}
