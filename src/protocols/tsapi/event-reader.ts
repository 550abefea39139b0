import { z } from 'zod';
import { DeviceError } from '../../domain/device-error.ts';
import type { ReportedEvent } from '../../domain/device-event.ts';
import type { EventReader } from '../event-operations.ts';
import { parseJson } from '../parsing/json.ts';
import { callMaker } from './call-events.ts';
import { channelEvents, recordingEvents } from './channel-events.ts';
import type { EventMaker, EventMessage } from './event-fields.ts';
import { motionMaker } from './motion-events.ts';
import { isObject, objectMaker } from './object-events.ts';
import { packingEvents } from './packing-events.ts';
import { parkingEvents } from './parking-events.ts';
import { plateMaker } from './plate-events.ts';
import { systemEvents } from './system-events.ts';

export type EventMakers = ReadonlyMap<string, EventMaker>;

/** Topics whose first message says how all stands, without a word that says so. */
const beginsWithAll: ReadonlySet<string> = new Set(['motionChanges', 'parkingCount']);

const anyMessage = z.record(z.string(), z.unknown());

/**
 * What makes events of each topic. It outlives a connection, so that a call or a motion that ends
 * while nobody is connected is still the same one afterwards.
 */
export function eventMakers(): EventMakers {
  const object = objectMaker();
  return new Map<string, EventMaker>([
    ['channelStatus', channelEvents],
    ['LPR', plateMaker()],
    ['emergencyCall', callMaker()],
    ['systemEvent', systemEvents],
    ['motionChanges', motionMaker()],
    ['parkingCount', parkingEvents],
    ['packing', packingEvents],
    ['recordingStatus', recordingEvents],
    ['object', object],
    ['bodyTemperature', object],
  ]);
}

/** Reads the messages of one connection ("Web Sockets (RFC6455)"). */
export class MessageReader implements EventReader {
  readonly #makers: EventMakers;
  readonly #begun = new Set<string>();
  #unread = 0;

  constructor(makers: EventMakers) {
    this.#makers = makers;
  }

  get unread(): number {
    return this.#unread;
  }

  read(text: string, receivedAtMs: number): readonly ReportedEvent[] {
    const message = messageIn(text);
    // The first message: an id of this connection, of which nothing follows.
    if (message !== null && 'subscriberId' in message) return [];
    const events = message === null ? null : this.#eventsOf(message, receivedAtMs);
    if (events === null) this.#unread += 1;
    return events ?? [];
  }

  #eventsOf(message: EventMessage, receivedAtMs: number): readonly ReportedEvent[] | null {
    const topic = isObject(message) ? 'object' : message.topic;
    const make = typeof topic === 'string' ? this.#makers.get(topic) : undefined;
    const events = make?.(message, receivedAtMs) ?? null;
    if (events === null || typeof topic !== 'string') return null;
    const isSnapshot = beginsWithAll.has(topic) && !this.#begun.has(topic);
    this.#begun.add(topic);
    return isSnapshot ? events.map((event) => ({ ...event, isSnapshot: true })) : events;
  }
}

function messageIn(text: string): EventMessage | null {
  try {
    return parseJson(text, anyMessage, 'tsapi.events.subscribe');
  } catch (failure) {
    if (failure instanceof DeviceError) return null;
    throw failure;
  }
}
