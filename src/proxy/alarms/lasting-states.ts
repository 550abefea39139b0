import { anyCondition } from '../../domain/alarm-rule.ts';
import type { EventTopic } from '../../domain/device-event.ts';
import type { KeptEvent } from '../store/event-store.ts';
import { BoundedMap } from './bounded-map.ts';
import { isMoment, type SignalRule, signalsOf } from './signals.ts';

const mostStates = 10_000;
/** Reads out of every event what of it lasts. */
const anyRule: SignalRule = {
  id: '',
  condition: { ...anyCondition, objectKinds: [], plates: [], leastFullPercent: 0 },
};

/** What lasts at this moment, so that a rule that is made now need not wait for it to happen again. */
export class LastingStates {
  readonly #events = new BoundedMap<string, KeptEvent>(mostStates);

  note(event: KeptEvent): void {
    if (isMoment(event.fact.topic) || event.isLate) return;
    for (const { key, holds } of signalsOf(anyRule, event)) {
      if (holds) this.#events.set(key, event);
      else this.#events.delete(key);
    }
  }

  of(topic: EventTopic): readonly KeptEvent[] {
    return [...new Set(this.#events.values())].filter(({ fact }) => fact.topic === topic);
  }

  forgetDevice(deviceId: string): void {
    for (const [key, event] of this.#events)
      if (event.deviceId === deviceId) this.#events.delete(key);
  }
}
