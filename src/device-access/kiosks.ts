import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type {
  KioskChange,
  KioskView,
  kioskListSchema,
  NewKiosk,
  Pairing,
  PairingState,
} from '../api/kiosk.ts';
import { routes } from '../api/routes.ts';
import type { SessionView } from '../api/session.ts';
import { pushed, queryKeys } from './queries.ts';
import { request, requestJson } from './request.ts';

type KioskList = z.infer<typeof kioskListSchema>;

/** A screen that waits shows soon that nobody answers. */
const pairingTimeoutMs = 5000;

export function beginPairing(signal: AbortSignal): Promise<Pairing> {
  const timeoutMs = pairingTimeoutMs;
  return requestJson<Pairing>(routes.pairings, { method: 'POST', signal, timeoutMs });
}

export async function claimPairing(
  secret: string,
  signal: AbortSignal,
): Promise<PairingState['state']> {
  const { state } = await requestJson<PairingState>(routes.pairingClaim, {
    method: 'POST',
    body: { secret },
    signal,
    timeoutMs: pairingTimeoutMs,
  });
  return state;
}

/** The session of a screen, which changes with its kiosk. */
export function ownKioskQuery(kioskId: string) {
  return queryOptions({
    queryKey: [...queryKeys.kiosks, 'own', kioskId],
    queryFn: ({ signal }) => requestJson<SessionView>(routes.session, { signal }),
    ...pushed,
  });
}

/** Every screen, for an administrator. */
export function kiosksQuery() {
  return queryOptions({
    queryKey: [...queryKeys.kiosks, 'all'],
    queryFn: async ({ signal }) => (await requestJson<KioskList>(routes.kiosks, { signal })).kiosks,
    ...pushed,
  });
}

export function approveKiosk(kiosk: NewKiosk): Promise<KioskView> {
  return requestJson<KioskView>(routes.kiosks, { method: 'POST', body: kiosk });
}

export function changeKiosk(kioskId: string, change: KioskChange): Promise<KioskView> {
  return requestJson<KioskView>(routes.kiosk(kioskId), { method: 'PATCH', body: change });
}

export async function removeKiosk(kioskId: string): Promise<void> {
  await request(routes.kiosk(kioskId), { method: 'DELETE' });
}
