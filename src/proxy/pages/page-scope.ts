import type { ActiveCamera } from '../registry/active-device.ts';
import type { PageSession } from './page-session.ts';

/** Which cameras of one device a session may see and move, by the names that the device has for them. */
export interface PageScope {
  readonly seesAll: boolean;
  readonly sees: (channel: string) => boolean;
  readonly controlsAll: boolean;
  readonly controls: (channel: string) => boolean;
}

export function scopeOf(session: PageSession, cameras: readonly ActiveCamera[]): PageScope {
  const seen = channelsOf(cameras, (id) => session.may('view', id));
  const controlled = channelsOf(cameras, (id) => session.may('control', id));
  return {
    seesAll: cameras.every(({ row }) => seen.has(row.channel)),
    sees: (channel) => seen.has(channel),
    controlsAll: cameras.every(({ row }) => controlled.has(row.channel)),
    controls: (channel) => controlled.has(channel),
  };
}

function channelsOf(
  cameras: readonly ActiveCamera[],
  may: (cameraId: string) => boolean,
): ReadonlySet<string> {
  return new Set(cameras.filter(({ row }) => may(row.id)).map(({ row }) => row.channel));
}
