import type { RuleView } from '../../api/alarm-rules.ts';
import type { EventFactView } from '../../api/events.ts';
import { meetsCondition, plainPlate } from '../../domain/alarm-rule.ts';
import type { EventTopic } from '../../domain/device-event.ts';
import type { KeptEvent } from '../store/event-store.ts';

/** What one rule reads out of an event. */
export interface Signal {
  /** The same for all that belongs to one alarm. */
  readonly key: string;
  readonly subject: string;
  /** Whether what the rule is about holds, or holds no longer. */
  readonly holds: boolean;
}

export type SignalRule = Pick<RuleView, 'id' | 'condition'>;

/** What happens at a moment and has no end: whoever acknowledges takes it as over. */
const moments: ReadonlySet<EventTopic> = new Set([
  'object',
  'plate',
  'trigger',
  'file',
  'system',
  'packing',
]);
export const isMoment = (topic: EventTopic) => moments.has(topic);

/** @returns nothing for an event that says nothing to the rule, neither that it holds nor that it ended */
export function signalsOf(rule: SignalRule, event: KeptEvent): readonly Signal[] {
  const { fact } = event;
  if (fact.topic === 'parking') {
    return fact.lots.map((lot) =>
      signal(rule, event, { ...fact, lots: [lot] }, lot.name, [event.deviceId, lot.id]),
    );
  }
  if (fact.topic === 'channel' && (fact.change !== 'state' || fact.state === 'unknown')) return [];
  const one = signal(rule, event, fact, subjectOf(fact), identityOf(event));
  return one.holds || !isMoment(fact.topic) ? [one] : [];
}

function signal(
  rule: SignalRule,
  event: KeptEvent,
  fact: EventFactView,
  subject: string,
  identity: readonly string[],
): Signal {
  // Of a channel that nobody uses there is no picture to lose.
  const isUnused = fact.topic === 'channel' && fact.state === 'unused';
  return {
    key: JSON.stringify([rule.id, event.fact.topic, ...identity]),
    subject,
    holds: !isUnused && meetsCondition(fact, rule.condition),
  };
}

function subjectOf(fact: EventFactView): string {
  switch (fact.topic) {
    case 'call':
      return fact.place || fact.caller;
    case 'plate':
      return fact.plate;
    case 'object':
      return fact.kind;
    case 'system':
      return fact.name || fact.code;
    case 'input':
      return fact.inputId;
    case 'file':
      return fact.name;
    case 'packing':
      return fact.text;
    default:
      return '';
  }
}

/** Which camera or device, and what of it. */
function identityOf({ fact, cameraId, deviceId }: KeptEvent): readonly string[] {
  const place = cameraId ?? deviceId;
  switch (fact.topic) {
    case 'call':
      // A call may end under another channel than it began.
      return [deviceId, fact.caller];
    case 'plate':
      return [place, plainPlate(fact.plate)];
    case 'object':
      return [place, fact.kind];
    case 'motion':
      return [place, fact.area ?? ''];
    case 'system':
      return [place, fact.code];
    case 'input':
      return [place, fact.inputId];
    case 'arming':
      return [place, fact.mode];
    default:
      return [place];
  }
}
