import type { Alarm, AlarmAction } from './alarm.ts';

type Offered = AlarmAction['kind'];
type Handled = Pick<Alarm, 'acknowledged' | 'active' | 'aside' | 'closed' | 'owner'>;
/** What a person may do to an alarm as it stands, so that a screen offers nothing that is refused. */
export function offeredActions(alarm: Handled, personId: string): readonly Offered[] {
  if (alarm.closed !== null) return [];
  const isAside = alarm.aside !== null;
  return [
    ...when(alarm.acknowledged === null, 'acknowledge'),
    ...when(alarm.owner?.id !== personId, 'claim'),
    'forward',
    ...when(!isAside, 'shelve', 'out-of-service'),
    ...when(alarm.aside?.kind === 'shelved', 'unshelve'),
    ...when(alarm.aside?.kind === 'out-of-service', 'in-service'),
    'note',
    ...when(!alarm.active && alarm.acknowledged !== null, 'close'),
  ];
}

function when(holds: boolean, ...kinds: readonly Offered[]): readonly Offered[] {
  return holds ? kinds : [];
}

/** Whether somebody has still to say that they have seen it. */
export function needsAcknowledgement(alarm: Handled): boolean {
  return alarm.closed === null && alarm.aside === null && alarm.acknowledged === null;
}

/** Whether nobody has taken it for too long, and still has not. */
export function isEscalated(
  alarm: Pick<Alarm, 'owner' | 'acknowledged'> & { readonly escalatedAtMs: number | null },
): boolean {
  return alarm.escalatedAtMs !== null && alarm.owner === null && alarm.acknowledged === null;
}

/** Critical and high ones want to know why they are put aside with a word. */
export const wantsReason = ({ priority }: Pick<Alarm, 'priority'>): boolean => priority <= 2;
