import { EventDesk } from '../events/event-desk.ts';
import { EventFaults } from '../events/event-faults.ts';
import {
  type EventKinds,
  type EventOrder,
  flagField,
  numberField,
  textField,
} from '../events/event-order.ts';
import type { Channel, OfflineCode } from './channel.ts';
import { EventImages } from './event-images.ts';
import {
  channelChange,
  channelSnapshot,
  type RecorderView,
  recordingMessage,
} from './event-messages.ts';
import { EventRecords } from './event-records.ts';
import { ParkingLots } from './event-sources.ts';
import { EventSubscriptions, type Subscriber } from './event-subscriptions.ts';
import { channelNumbers } from './json-reply.ts';
import { type Sightings, sightings } from './sightings.ts';
import { answerStatus, chosenChannels } from './status-answers.ts';
import { staticSources } from './stream-addresses.ts';
import { zonedIso } from './zone-time.ts';

const offlineCode = 404;
const systemLog = { type: 0, typeName: 'System log' } as const;

/** Everything that the recorder tells of by itself, and how each event can be ordered. */
export class RecorderEvents {
  readonly desk: EventDesk;
  readonly subscriptions: EventSubscriptions;
  readonly records: EventRecords;
  readonly images = new EventImages();
  readonly lots = new ParkingLots();
  /** Plates, calls and objects. */
  readonly sightings: Sightings;
  readonly #view: RecorderView;
  readonly #moving = new Set<number>();

  constructor(view: RecorderView) {
    this.#view = view;
    this.records = new EventRecords(view.timeZone);
    const faults = new EventFaults(view.now);
    this.subscriptions = new EventSubscriptions(faults, (subscriber) => this.#greet(subscriber));
    const { subscriptions, records, images } = this;
    this.sightings = sightings({ ...view, subscriptions, records, images });
    this.desk = new EventDesk({
      now: view.now,
      kinds: this.#kinds(),
      burstKind: 'object',
      faults,
    });
    for (const channel of view.channels) channel.onStatus = () => this.#tellStatus(channel);
  }

  #kinds(): EventKinds {
    const { plate, call, object, bodyTemperature } = this.sightings;
    return {
      status: this.#ofChannel((channel, { fields }) => this.#setStatus(channel, fields.code)),
      'channel-added': this.#change('channelAdded'),
      'channel-removed': this.#change('channelRemoved'),
      'channel-swapped': this.#ofChannel(({ id }, { fields }) =>
        this.#tellChannel([id, numberField(fields, 'with', id === 1 ? 2 : 1)], 'channelSwapped', {
          chid: [id, numberField(fields, 'with', id === 1 ? 2 : 1)],
        }),
      ),
      'channel-renamed': this.#ofChannel((channel, { fields }) => {
        channel.title = textField(fields, 'name', channel.title);
        const { id, title, displayName } = channel;
        return this.#tellChannel([id], 'nameChanged', { chid: id, name: title, displayName });
      }),
      'source-modified': this.#change('videoSrcModified'),
      'stream-changed': this.#change('videoStreamChanged'),
      'stream-ready': this.#ofChannel((channel) =>
        this.#tellChannel([channel.id], 'videoStreamReady', ({ host }) => ({
          chid: channel.id,
          status: { code: 2, message: 'Video available' },
          src: staticSources(channel, host),
        })),
      ),
      motion: this.#ofChannel(({ id }, { fields }) =>
        this.#setMotion(id, flagField(fields, 'on', true)),
      ),
      recording: this.#ofChannel((channel, { fields }) => {
        channel.recordingFailedAtMs = flagField(fields, 'on', true) ? null : this.#view.now();
        return this.#tellRecording(channel);
      }),
      parking: ({ fields }) =>
        this.#setCars(
          numberField(
            fields,
            'count',
            this.lots.count + (flagField(fields, 'leaves', false) ? -1 : 1),
          ),
        ),
      system: ({ fields }) => this.#tellSystem(fields),
      packing: ({ fields }) => this.#tellPacking(textField(fields, 'text', 'Packing started')),
      ...{ plate, call, object, 'body-temperature': bodyTemperature },
    };
  }

  #greet(subscriber: Subscriber): void {
    const { topics, query, send } = subscriber;
    const view = this.#view;
    const chosen = chosenChannels(view.channels, query);
    if (topics.includes('channelStatus')) send(channelSnapshot(view, subscriber));
    if (topics.includes('motionChanges'))
      send({
        topic: 'motionChanges',
        updated: chosen.map(({ id }) => ({ chid: id, motion: this.#moving.has(id) })),
      });
    if (topics.includes('parkingCount')) {
      const parking = this.#parkingFor(subscriber);
      if (parking !== null) send(parking);
    }
    if (topics.includes('recordingStatus')) send(recordingMessage(view, 'currentStatus', chosen));
  }

  /** Of channel 1 where the order names none. */
  #ofChannel(tell: (channel: Channel, order: EventOrder) => number | null) {
    return (order: EventOrder): number | null => {
      const { channels } = this.#view;
      const serial = numberField(order.fields, 'serial', 1);
      const asked = order.channel ?? ((serial - 1) % channels.length) + 1;
      const channel = channels.find(({ id }) => id === asked);
      return channel === undefined ? null : tell(channel, order);
    };
  }

  #change(event: string) {
    return this.#ofChannel(({ id }) => this.#tellChannel([id], event, { chid: id }));
  }

  #tellChannel(
    ids: readonly number[],
    event: string,
    fields: object | ((subscriber: Subscriber) => object),
  ): number {
    return this.subscriptions.tell('channelStatus', (subscriber) => {
      const wanted = channelNumbers(subscriber.query);
      if (wanted !== null && !ids.some((id) => wanted.includes(id))) return null;
      return channelChange(
        this.#view,
        event,
        typeof fields === 'function' ? fields(subscriber) : fields,
      );
    });
  }

  #setStatus(channel: Channel, code: unknown): number {
    const { subscribers } = this.subscriptions;
    if (code === 200) channel.setOnline();
    else channel.setOffline((typeof code === 'number' ? code : offlineCode) as OfflineCode);
    return subscribers.filter(({ topics }) => topics.includes('channelStatus')).length;
  }

  #tellStatus(channel: Channel): void {
    const { timeZone } = this.#view;
    this.#tellChannel(
      [channel.id],
      'statusChanged',
      ({ query }: Subscriber) => answerStatus([channel], withoutChoice(query), timeZone)[0] ?? {},
    );
    this.#tellRecording(channel);
  }

  #tellRecording(channel: Channel): number {
    return this.subscriptions.tell('recordingStatus', ({ query }) =>
      chosenChannels([channel], query).length === 0
        ? null
        : recordingMessage(this.#view, 'statusChanged', [channel]),
    );
  }

  #setMotion(id: number, on: boolean): number {
    if (on) this.#moving.add(id);
    else this.#moving.delete(id);
    return this.subscriptions.tell('motionChanges', ({ query }) =>
      (channelNumbers(query) ?? [id]).includes(id)
        ? { topic: 'motionChanges', updated: [{ chid: id, motion: on }] }
        : null,
    );
  }

  #setCars(count: number): number {
    this.lots.count = count;
    return this.subscriptions.tell('parkingCount', (subscriber) => this.#parkingFor(subscriber));
  }

  /** Here `ch` names parking lots. */
  #parkingFor({ query }: Subscriber): object | null {
    const wanted = channelNumbers(query);
    const updated = this.lots.all.filter(({ id }) => wanted === null || wanted.includes(id));
    const { timeZone, now } = this.#view;
    return updated.length === 0
      ? null
      : { timestamp: zonedIso(timeZone, now()), topic: 'parkingCount', updated };
  }

  #tellSystem(fields: EventOrder['fields']): number {
    const { param, comment } = fields;
    const fact = {
      ...systemLog,
      code: numberField(fields, 'code', 25),
      codeName: textField(fields, 'name', 'Storage ready'),
      atMs: this.#view.now(),
      param: typeof param === 'object' && param !== null ? { ...param } : {},
      ...(typeof comment === 'string' ? { comment } : {}),
    };
    const id = this.records.addFact(fact);
    const message = { topic: 'systemEvent', ...this.records.writeFact({ ...fact, id }) };
    return this.subscriptions.tell('systemEvent', () => message);
  }

  /** The document names the topic and shows no message; this one is inferred from the others. */
  #tellPacking(text: string): number {
    const { timeZone, now } = this.#view;
    const message = { timestamp: zonedIso(timeZone, now()), topic: 'packing', event: text };
    return this.subscriptions.tell('packing', () => message);
  }
}

/** A status of one channel is not chosen once more. */
function withoutChoice(query: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(query);
  rest.delete('ch');
  return rest;
}
