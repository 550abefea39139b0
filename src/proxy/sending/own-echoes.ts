import type { EventSending } from '../../api/event-sending.ts';
import { plainPlate } from '../../domain/alarm-rule.ts';
import type { KeptEvent } from '../store/event-store.ts';
import type { SendingReceiver } from './sending-reach.ts';

/** The event that made a rule send. */
export type Cause = Pick<KeptEvent, 'deviceId' | 'cameraId' | 'fact'>;

const rememberMs = 60_000;
const mostRemembered = 1000;

/**
 * What we told devices a moment ago, which they tell everybody in turn: us, too. A rule that answered
 * to that would never come to an end.
 */
export class OwnEchoes {
  readonly #now: () => number;
  /** When it was sent last; the oldest first. */
  readonly #sentAtMs = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** To be called before it is sent: an echo may be faster than the answer. */
  sent(sending: EventSending, { device, camera }: SendingReceiver): void {
    for (const key of keysOfSending(sending, device.id, camera?.row.id ?? '')) {
      this.#sentAtMs.delete(key);
      this.#sentAtMs.set(key, this.#now());
    }
    for (const [key, atMs] of this.#sentAtMs) {
      if (this.#sentAtMs.size <= mostRemembered && this.#now() - atMs < rememberMs) break;
      this.#sentAtMs.delete(key);
    }
  }

  /** Whether an event is what we said ourselves within the last minute. */
  isOwn(cause: Cause): boolean {
    return keysOfEvent(cause).some((key) => {
      const atMs = this.#sentAtMs.get(key);
      return atMs !== undefined && this.#now() - atMs < rememberMs;
    });
  }
}

function keysOfSending(sending: EventSending, deviceId: string, cameraId: string): string[] {
  switch (sending.kind) {
    case 'plate':
      return [`plate ${deviceId} ${plainPlate(sending.plate)}`];
    case 'call':
      return [`call ${deviceId} ${sending.caller}`];
    case 'motion':
      return [`trigger ${cameraId}`];
    case 'mark':
      // A camera that turns sees everything move.
      return [
        `mark ${deviceId} ${cameraId}`,
        ...(sending.presetId === null ? [] : [`motion ${cameraId}`]),
      ];
  }
}

function keysOfEvent({ deviceId, cameraId, fact }: Cause): string[] {
  switch (fact.topic) {
    case 'plate':
      return [`plate ${deviceId} ${plainPlate(fact.plate)}`];
    case 'call':
      return [`call ${deviceId} ${fact.caller}`];
    case 'trigger': {
      const isByWeb = fact.reasons.every((reason) => reason === 'web-server-event');
      return [...(isByWeb ? [`trigger ${cameraId}`] : []), `motion ${cameraId}`];
    }
    case 'file':
      return [`trigger ${cameraId}`];
    case 'motion':
      return [`motion ${cameraId}`];
    case 'system':
      return [`mark ${deviceId} ${cameraId}`];
    default:
      return [];
  }
}
