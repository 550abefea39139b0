import { type EventFactView, eventFactSchema } from '../../api/events.ts';
import type { EventFact, LinkedChannel, ReportedEvent } from '../../domain/device-event.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import type { KeptEvent } from '../store/event-store.ts';
import { cleanValue } from './clean-fact.ts';
import { eventKey } from './event-key.ts';

/** An event on its way into the journal, which gives it an id and a number. */
export type NewEvent = Omit<KeptEvent, 'id' | 'number' | 'count'> & {
  /** Whether a later report of the same key is the same incident grown; else it is a repetition. */
  readonly grows: boolean;
};

export interface Reception {
  readonly device: Pick<ActiveDevice, 'id' | 'row' | 'cameras' | 'status'>;
  readonly receivedAtMs: number;
  /** From the device's own log. */
  readonly isLate: boolean;
}

const longestTarget = 2048;
/** A recorder names at most some hundred parking lots; a device must not fill our disk. */
const longestFact = 64 * 1024;

/** @returns null for what no event can be made of */
export function normalise(reported: ReportedEvent, reception: Reception): NewEvent | null {
  const { device, receivedAtMs, isLate } = reception;
  const fact = factView(reported.fact, device);
  if (fact === null) return null;
  const camera = cameraOf(device, reported.channel);
  const deviceAtMs = instant(reported.deviceAtMs);
  const clockOffsetMs = device.status.clockSkewMs;
  const ours = (deviceMs: number | undefined) =>
    deviceMs === undefined ? undefined : Math.round(deviceMs - (clockOffsetMs ?? 0));
  // Live, an unknown clock says less than the moment of arrival; of a log it is all there is.
  const trusted = clockOffsetMs !== undefined || isLate;
  const atMs = Math.min((trusted ? ours(deviceAtMs) : undefined) ?? receivedAtMs, receivedAtMs);
  const endMs = ours(instant(reported.deviceEndMs)) ?? (isEnd(fact) ? receivedAtMs : undefined);
  const key = eventKey(device.id, reported);
  const imageTarget = targetOf(reported.fact);
  return {
    deviceId: device.id,
    deviceName: device.row.name,
    cameraId: camera?.id ?? null,
    cameraName: camera?.name ?? '',
    atMs,
    ...(endMs === undefined ? {} : { endMs: Math.max(endMs, atMs) }),
    ...(deviceAtMs === undefined ? {} : { deviceAtMs }),
    receivedAtMs,
    ...(clockOffsetMs === undefined ? {} : { clockOffsetMs }),
    ...(isLate ? { isLate: true } : {}),
    ...(reported.isSnapshot ? { isSnapshot: true } : {}),
    hasImage: imageTarget !== undefined,
    fact,
    ...(key === undefined ? {} : { key }),
    ...(imageTarget === undefined ? {} : { imageTarget }),
    grows: reported.incident !== undefined,
  };
}

/** Whether it says that something is over, of which the device does not say since when. */
function isEnd(fact: EventFactView): boolean {
  return 'active' in fact && !fact.active;
}

type Site = Reception['device'];

function cameraOf({ cameras }: Site, channel: string | undefined) {
  return channel === undefined
    ? undefined
    : cameras.find(({ row }) => row.channel === channel)?.row;
}

/** The fact with our ids in place of channels, and without any place on the device. */
function factView(fact: EventFact, device: Site): EventFactView | null {
  const view = eventFactSchema.safeParse(cleanValue(withOurIds(fact, device)));
  return view.success && JSON.stringify(view.data).length <= longestFact ? view.data : null;
}

function withOurIds(fact: EventFact, device: Site): object {
  switch (fact.topic) {
    case 'file':
      return { topic: fact.topic, name: fact.path.split(/[\\/]/).at(-1) ?? '' };
    case 'channel':
      return { ...fact, channels: fact.channels?.map((one) => cameraOf(device, one)?.id ?? '') };
    case 'object':
    case 'plate':
    case 'call':
      return { ...fact, linked: linkedOf(fact.linked, device) };
    default:
      return fact;
  }
}

function linkedOf(channels: readonly LinkedChannel[], device: Site) {
  return channels.map(({ channel, title }) => ({
    cameraId: cameraOf(device, channel)?.id ?? null,
    title,
  }));
}

/** A path on the device itself: whatever else it names is fetched by nobody. */
function targetOf(fact: EventFact): string | undefined {
  if (fact.topic !== 'object' && fact.topic !== 'plate') return undefined;
  const target = fact.imageTarget;
  if (target === undefined || target.length > longestTarget) return undefined;
  return /^\/(?!\/)[\x21-\x7e]*$/.test(target) ? target : undefined;
}

function instant(ms: number | undefined): number | undefined {
  return ms !== undefined && Number.isFinite(ms) && Math.abs(ms) < 8.64e15
    ? Math.round(ms)
    : undefined;
}
