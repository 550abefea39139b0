import type { Selectable } from 'kysely';
import { type EventGap, eventFactSchema, gapSchema } from '../../api/events.ts';
import type { KeptEvent } from './event-store.ts';
import { parseJson } from './parse-json.ts';
import type { Tables } from './tables.ts';

export type EventRow = Selectable<Tables['events']>;
export type GapRow = Selectable<Tables['event_gaps']>;

export function rowOfEvent(event: KeptEvent): EventRow {
  return {
    number: event.number,
    id: event.id,
    device_id: event.deviceId,
    device_name: event.deviceName,
    camera_id: event.cameraId,
    camera_name: event.cameraName,
    topic: event.fact.topic,
    at_ms: event.atMs,
    end_ms: event.endMs ?? null,
    device_at_ms: event.deviceAtMs ?? null,
    received_at_ms: event.receivedAtMs,
    clock_offset_ms: event.clockOffsetMs ?? null,
    is_late: event.isLate ? 1 : 0,
    is_snapshot: event.isSnapshot ? 1 : 0,
    count: event.count,
    key: event.key ?? null,
    image_target: event.imageTarget ?? null,
    fact: JSON.stringify(event.fact),
  };
}

/** @returns null where the fact cannot be read, e.g. because an older program wrote another form */
export function eventOfRow(row: EventRow): KeptEvent | null {
  const fact = eventFactSchema.safeParse(parseJson(row.fact));
  if (!fact.success) return null;
  return {
    id: row.id,
    number: Number(row.number),
    deviceId: row.device_id,
    deviceName: row.device_name,
    cameraId: row.camera_id,
    cameraName: row.camera_name,
    atMs: Number(row.at_ms),
    ...(row.end_ms === null ? {} : { endMs: Number(row.end_ms) }),
    ...(row.device_at_ms === null ? {} : { deviceAtMs: Number(row.device_at_ms) }),
    receivedAtMs: Number(row.received_at_ms),
    ...(row.clock_offset_ms === null ? {} : { clockOffsetMs: Number(row.clock_offset_ms) }),
    ...(row.is_late === 1 ? { isLate: true } : {}),
    ...(row.is_snapshot === 1 ? { isSnapshot: true } : {}),
    count: row.count,
    hasImage: row.image_target !== null,
    ...(row.key === null ? {} : { key: row.key }),
    ...(row.image_target === null ? {} : { imageTarget: row.image_target }),
    fact: fact.data,
  };
}

export function rowOfGap(gap: EventGap): GapRow {
  return {
    id: gap.id,
    number: gap.number,
    device_id: gap.deviceId,
    device_name: gap.deviceName,
    from_ms: gap.fromMs,
    to_ms: gap.toMs,
    state: gap.state,
  };
}

export function gapOfRow(row: GapRow): EventGap {
  return gapSchema.parse({
    id: row.id,
    number: Number(row.number),
    deviceId: row.device_id,
    deviceName: row.device_name,
    fromMs: Number(row.from_ms),
    toMs: row.to_ms === null ? null : Number(row.to_ms),
    state: row.state,
  });
}
