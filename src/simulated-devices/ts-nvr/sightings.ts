import { flagField, numberField, type TellEvent, textField } from '../events/event-order.ts';
import { movingBox } from '../scenery/moving-box.ts';
import type { Channel } from './channel.ts';
import type { EventImages } from './event-images.ts';
import { linkedChannel, type RecorderView } from './event-messages.ts';
import type { EventRecords, PlateArea } from './event-records.ts';
import { callPoints, plateZones } from './event-sources.ts';
import type { EventSubscriptions } from './event-subscriptions.ts';
import { sampleAttributes } from './sample-objects.ts';
import { zonedIso } from './zone-time.ts';

export interface SightingParts extends RecorderView {
  readonly subscriptions: EventSubscriptions;
  readonly records: EventRecords;
  readonly images: EventImages;
}

/** What cameras and call points notice. */
export interface Sightings {
  /** `{plate?, score?, direction?, zone?, atMs?, beginMs?}` */
  readonly plate: TellEvent;
  /** `{on?, caller?, name?, deviceName?, channels?, atMs?}` */
  readonly call: TellEvent;
  /** `{type?, attributes?, likelihood?, objId?, parentId?}` */
  readonly object: TellEvent;
  /** `{likelihood?, objId?}` */
  readonly bodyTemperature: TellEvent;
}

const picture = { width: 1280, height: 720 } as const;
/** The first object of the samples. */
const firstObject = 132;
const recognisedForMs = 4002;

/** The lower middle of what moves before the camera. */
function plateArea({ camera }: Channel, atMs: number): PlateArea {
  const { x, y, width, height } = movingBox(camera, atMs);
  const wide = Math.round(Math.max(60, width * picture.width * 0.3));
  const left = Math.round((x + width / 2) * picture.width - wide / 2);
  const top = Math.round((y + height * 0.7) * picture.height);
  return { offset: [left, top], size: [wide, Math.round(wide * 0.27)] };
}

export function sightings(parts: SightingParts): Sightings {
  const { channels, timeZone, now, subscriptions, records, images } = parts;
  const channelOf = (id: number): Channel | undefined => channels.find((one) => one.id === id);
  const linked = (ids: readonly number[]): Channel[] => ids.flatMap((id) => channelOf(id) ?? []);
  let objects = firstObject;

  const plate: TellEvent = ({ channel, fields }) => {
    const zone = plateZones[0];
    const seen = channelOf(channel ?? zone.linkedChannel[0]);
    if (seen === undefined) return null;
    const serial = numberField(fields, 'serial', 0);
    const plateNo = textField(fields, 'plate', serial === 0 ? 'DSP963' : `B${serial}`);
    const atMs = numberField(fields, 'atMs', now());
    const beginMs = numberField(fields, 'beginMs', atMs - recognisedForMs);
    const deviceCode = textField(fields, 'zone', zone.code);
    const deviceName = textField(fields, 'zoneName', zone.name);
    const score = numberField(fields, 'score', 98);
    const direction = fields.direction === 'exit' ? 'exit' : 'entry';
    const roi = plateArea(seen, atMs);
    const image = images.addPlate(plateNo, atMs);
    records.addPlate({
      ...{ plateNo, score, roi, image, beginMs, endMs: atMs, direction },
      ...{ srcCode: deviceCode, srcName: deviceName, chids: [seen.id] },
    });
    const timestamp = zonedIso(timeZone, atMs);
    return subscriptions.tell('LPR', (subscriber) => ({
      timestamp,
      chid: linkedChannel(seen, subscriber, timestamp),
      ...{ deviceCode, deviceName },
      linkedChannel: linked([4]).map((one) => linkedChannel(one, subscriber, timestamp)),
      image: `http://${subscriber.host}${image}`,
      ...{ plateNo, score, roi },
      timeBegin: zonedIso(timeZone, beginMs),
      topic: 'LPR',
      parkingLot: { entrance: 1, exit: 1 },
      direction,
    }));
  };

  const call: TellEvent = ({ fields }) => {
    const point = callPoints[0];
    const { channels: asked } = fields;
    const ids = Array.isArray(asked) ? asked.map(Number) : point.linkedChannel;
    const message = {
      timestamp: zonedIso(timeZone, numberField(fields, 'atMs', now())),
      caller: textField(fields, 'caller', point.code),
      device: textField(fields, 'deviceName', 'Sammul/Vizufon'),
      event: flagField(fields, 'on', true) ? 'callStart' : 'callEnd',
    };
    return subscriptions.tell('emergencyCall', (subscriber) => ({
      ...message,
      linkedChannel: linked(ids).map((one) => linkedChannel(one, subscriber)),
      name: textField(fields, 'name', point.name),
      topic: 'emergencyCall',
    }));
  };

  const seen = (type: string, isLinked: boolean): TellEvent => {
    return ({ channel, fields }) => {
      const serial = numberField(fields, 'serial', 0);
      const found = channelOf(channel ?? (serial % channels.length) + 1);
      if (found === undefined) return null;
      const kind = textField(fields, 'type', type);
      objects += 1;
      const { parentId, attributes } = fields;
      const image = images.addObject(found.camera, now());
      const message = {
        timestamp: zonedIso(timeZone, now()),
        topic: 'object',
        chid: found.id,
        objId: numberField(fields, 'objId', objects),
        ...(typeof parentId === 'number' ? { parentId } : {}),
        type: kind,
        likelihood: numberField(fields, 'likelihood', 74.8),
        ...(isLinked ? {} : { attributes: attributes ?? sampleAttributes[kind] ?? {} }),
      };
      return subscriptions.tell('object', (subscriber) => {
        const wanted = subscriber.query.get('objectType')?.split(',');
        if (wanted !== undefined && !wanted.includes(kind)) return null;
        return isLinked
          ? { ...message, linkedChannel: [linkedChannel(found, subscriber)] }
          : { ...message, image: `http://${subscriber.host}${image}` };
      });
    };
  };
  return {
    ...{ plate, call },
    object: seen('human', false),
    bodyTemperature: seen('bodyTemperature', true),
  };
}
