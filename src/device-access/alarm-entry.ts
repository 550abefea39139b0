import type { AlarmActionRequest } from '../api/alarms.ts';
import type { AlarmActor } from '../domain/alarm.ts';

/** Something that a person did to an alarm and that the proxy has not yet taken. */
export interface AlarmEntry {
  readonly requestId: string;
  readonly personId: string;
  readonly alarmId: string;
  /** When the person did it, epoch ms by the proxy's clock. */
  readonly atMs: number;
  /** Not sent before, epoch ms by this computer's clock: until then it can be taken back. */
  readonly dueAtMs: number;
  readonly action: AlarmActionRequest['action'];
  /** To whom it is forwarded, for the time until the proxy says so. */
  readonly to?: AlarmActor | undefined;
}

/** What is kept may be of another version of the product, or of somebody's making. */
export function isAlarmEntry(value: unknown): value is AlarmEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { requestId, personId, alarmId, atMs, dueAtMs, action } = value as Partial<AlarmEntry>;
  return (
    [requestId, personId, alarmId].every((text) => typeof text === 'string') &&
    [atMs, dueAtMs].every(Number.isFinite) &&
    typeof action === 'object' &&
    typeof action?.kind === 'string'
  );
}

/** In the order in which the person acted. */
export function inOrder(entries: Iterable<AlarmEntry>): AlarmEntry[] {
  return [...entries].sort(
    (one, other) => one.atMs - other.atMs || (one.requestId < other.requestId ? -1 : 1),
  );
}
