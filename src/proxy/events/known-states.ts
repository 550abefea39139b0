import type { NewEvent } from './normalise.ts';

/**
 * How things stood when a device last told, so that what it tells anew at each subscription is
 * taken in only where it has changed meanwhile.
 */
export class KnownStates {
  readonly #states = new Map<string, string>();

  /** Notes what an event says. @returns whether it is a state that was known already */
  isKnown(event: NewEvent): boolean {
    const place = placeOf(event);
    if (place === null) return false;
    const state = stateOf(event);
    const known = this.#states.get(place) === state;
    this.#states.set(place, state);
    return known && event.isSnapshot === true;
  }

  /** The same for a state of a camera that nobody told, but that was found. */
  holds(event: NewEvent): boolean {
    const place = placeOf(event);
    return place !== null && this.#states.get(place) === stateOf(event);
  }
}

/** What the state is of; null where an event is of no state. */
function placeOf({ cameraId, fact }: NewEvent): string | null {
  const place = (...more: string[]) => JSON.stringify([cameraId, fact.topic, ...more]);
  switch (fact.topic) {
    case 'connection':
    case 'recording':
    case 'tampering':
    case 'parking':
      return place();
    case 'motion':
      return place(fact.area ?? '');
    case 'channel':
      return fact.change === 'state' ? place() : null;
    case 'input':
      return place(fact.inputId);
    case 'arming':
      return place(fact.mode);
    default:
      return null;
  }
}

/** Without what is only said along with it: a level, a name, words for a person. */
function stateOf({ fact }: NewEvent): string {
  switch (fact.topic) {
    case 'channel':
      return String(fact.state);
    case 'motion':
    case 'tampering':
    case 'input':
      return String(fact.active);
    case 'recording':
      return JSON.stringify([fact.streaming, fact.recording]);
    default:
      return JSON.stringify(fact);
  }
}
