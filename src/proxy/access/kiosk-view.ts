import type { KioskView } from '../../api/kiosk.ts';
import type { KioskRow } from '../store/access-store.ts';
import { kioskLimits } from './session-limits.ts';
import type { Sessions } from './sessions.ts';

/** A screen as the list of an administrator shows it. */
export function kioskView(kiosk: KioskRow, sessions: Sessions): KioskView {
  const { id, name, viewId, groupId, pairedAtMs } = kiosk;
  const [session] = sessions.ofOwner({ kind: 'kiosk', id });
  return {
    id,
    name,
    viewId,
    groupId,
    pairedAtMs,
    ...(session ? { lastSeenMs: session.row.lastSeenMs, address: session.row.address } : {}),
    connected: session !== undefined && session.open.size > 0,
    endsAtMs: session ? sessions.endsAtMs(session) : pairedAtMs + kioskLimits.absoluteMs,
  };
}
