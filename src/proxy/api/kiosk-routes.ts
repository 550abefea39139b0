import type { FastifyInstance } from 'fastify';
import {
  type KioskChange,
  type KioskView,
  kioskChangeSchema,
  newKioskSchema,
  type Pairing,
  type PairingState,
  pairingClaimSchema,
} from '../../api/kiosk.ts';
import { kioskView } from '../access/kiosk-view.ts';
import { sessionCookie } from '../access/session-token.ts';
import { RequestFault } from '../request-fault.ts';
import type { KioskRow } from '../store/access-store.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { personOf, scopeOf, visitorOf, whoIs } from './session-routes.ts';

interface KioskParams {
  kioskId: string;
}

/** Screens that nobody sits at: how they come in, and who lets them. */
export function addKioskRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { access, record, store } = parts;
  const { kiosks, pairingDesk, sessions, desk } = access;
  const config = { policy: 'administer' } as const;
  const fresh = { ...config, fresh: true } as const;
  const view = (kiosk: KioskRow) => kioskView(kiosk, sessions);
  const note = (who: ReturnType<typeof whoIs>, operation: string, kiosk: KioskRow) =>
    record({
      ...who,
      operation,
      object: { kind: 'kiosk', id: kiosk.id, name: kiosk.name },
      parameters: { view: kiosk.viewId, group: kiosk.groupId },
      outcome: 'done',
    });
  /** @throws RequestFault for a view or a group that is not there */
  const requireKnown = async ({ viewId, groupId }: KioskChange) => {
    if (groupId !== undefined && !access.groups.get(groupId)) {
      throw new RequestFault('invalid-input', 'groupId');
    }
    if (viewId === undefined) return;
    const views = await store.readViews();
    if (!views.some(({ id }) => id === viewId)) throw new RequestFault('invalid-input', 'viewId');
  };

  app.post(
    '/api/kiosk-pairings',
    { config: { policy: 'open' } },
    async ({ ip }, reply): Promise<Pairing> => {
      if (desk.needsSetUp) throw new RequestFault('setup-needed');
      const pairing = pairingDesk.begin(ip);
      reply.code(201).header('cache-control', 'no-store');
      return pairing;
    },
  );
  app.post(
    '/api/kiosk-pairings/claim',
    { config: { policy: 'open' } },
    async (request, reply): Promise<PairingState> => {
      const { secret } = readInput(pairingClaimSchema, request.body);
      reply.header('cache-control', 'no-store');
      const claimed = await pairingDesk.claim(secret, visitorOf(request));
      if (typeof claimed === 'string') return { state: claimed };
      // The cookie takes the place of whatever this browser was signed in to before.
      if (request.caller.kind !== 'nobody') await sessions.end(request.caller.session);
      const lastsMs = sessions.endsAtMs(claimed.session) - parts.now();
      reply.header('set-cookie', sessionCookie(scopeOf(parts, request), claimed.token, lastsMs));
      return { state: 'paired' };
    },
  );
  app.get('/api/kiosks', { config }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { kiosks: kiosks.all.map(view) };
  });
  app.post('/api/kiosks', { config: fresh }, async (request, reply): Promise<KioskView> => {
    const wanted = readInput(newKioskSchema, request.body);
    await requireKnown(wanted);
    const kiosk = await pairingDesk.approve(wanted, personOf(request), request.ip);
    note(whoIs(request), 'kiosk.pair', kiosk);
    reply.code(201);
    return view(kiosk);
  });
  app.patch<{ Params: KioskParams }>('/api/kiosks/:kioskId', { config: fresh }, async (request) => {
    const change = readInput(kioskChangeSchema, request.body);
    await requireKnown(change);
    const kiosk = await kiosks.change(request.params.kioskId, change);
    note(whoIs(request), 'kiosk.change', kiosk);
    return view(kiosk);
  });
  app.delete<{ Params: KioskParams }>(
    '/api/kiosks/:kioskId',
    { config: fresh },
    async (request, reply) => {
      note(whoIs(request), 'kiosk.remove', await kiosks.remove(request.params.kioskId));
      return reply.code(204).send();
    },
  );
}
