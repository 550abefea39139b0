import type { RuleContent, RuleTrial, RuleView } from '../../api/alarm-rules.ts';
import type { EventTopic } from '../../domain/device-event.ts';
import type { CallerRights } from '../access/caller.ts';
import type { EventJournal } from '../events/event-journal.ts';
import { SeenEvents } from '../events/seen-events.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import type { KeptEvent } from '../store/event-store.ts';
import { countTrial, type TrialSignal } from './count-trial.ts';
import { isWithinHours } from './rule-hours.ts';
import { isInPlace } from './rule-place.ts';
import { isMoment, signalsOf } from './signals.ts';

const dayMs = 24 * 3_600_000;
const mostEvents = 20_000;

export interface TrialDependencies {
  readonly journal: Pick<EventJournal, 'find'>;
  readonly registry: DeviceRegistry;
  readonly zoneOf: (deviceId: string) => string;
  readonly now: () => number;
}

/** How many alarms a rule would have raised in the last day, of the events that a caller may see. */
export async function tryRule(
  content: RuleContent,
  caller: CallerRights,
  { journal, registry, zoneOf, now }: TrialDependencies,
): Promise<RuleTrial> {
  const nowMs = now();
  const sinceMs = nowMs - dayMs;
  const rule: RuleView = { ...content, id: 'trial' };
  const seen = new SeenEvents(caller, registry);
  const filter = { topics: topicsOf(rule.topic), fromMs: sinceMs, place: seen.place(undefined) };
  const signals: TrialSignal[] = [];
  let looked = 0;
  for await (const step of journal.find(filter, Number.MAX_SAFE_INTEGER)) {
    for (const event of step) {
      if (!seen.may(event) || !isInPlace(rule, event, registry)) continue;
      signals.push(...trialSignals(rule, event, zoneOf(event.deviceId)));
    }
    looked += step.length;
    if (looked >= mostEvents) break;
  }
  signals.sort((one, other) => one.atMs - other.atMs);
  const alarms = countTrial(signals, rule.condition.leastSeconds, nowMs);
  return { sinceMs, alarms, looked, whole: looked < mostEvents };
}

/** A device that is lost is a loss of all its views. */
function topicsOf(topic: EventTopic): readonly EventTopic[] {
  return topic === 'channel' ? [topic, 'connection'] : [topic];
}

function trialSignals(rule: RuleView, event: KeptEvent, zone: string): readonly TrialSignal[] {
  const { atMs, endMs, fact } = event;
  // The journal keeps of an incident how it ended: what it says then held until its end.
  const lasted = endMs !== undefined && endMs > atMs && 'active' in fact;
  const told = lasted ? { ...event, fact: { ...fact, active: true } } : event;
  const within = isWithinHours(rule, atMs, zone);
  return signalsOf(rule, told).flatMap(({ key, holds }) =>
    holds && !within
      ? []
      : [{ key, holds, atMs, endMs: lasted ? endMs : undefined, isMoment: isMoment(fact.topic) }],
  );
}
