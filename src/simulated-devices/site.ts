import { createControlServer } from './control-server.ts';
import type { SimulatedDevice, SpokenProtocol } from './device.ts';
import { startQuietSite } from './events/quiet-site.ts';
import { createExtraDevices } from './extra-devices.ts';
import { startFlakiness } from './flakiness.ts';
import { IpcamDevice } from './ipcam/ipcam-device.ts';
import { networkCameras } from './scenery/site-cameras.ts';
import { TsNvr } from './ts-nvr/ts-nvr.ts';

export interface SiteOptions {
  /** 0 takes any free port. */
  readonly recorderPort?: number;
  /** IANA name; New York where absent. */
  readonly recorderZone?: string | undefined;
  /** By how much the recorder's clock is ahead of the site's; negative where it is late. */
  readonly recorderAheadMs?: number | undefined;
  /** One per camera, in order; missing ones take any free port. */
  readonly cameraPorts?: readonly number[];
  /** Starts the devices beyond the recorder and its four cameras as well. */
  readonly wholeSite?: boolean;
  /** The first port of those devices, which take as many as they need, in order; 0 takes any. */
  readonly firstExtraPort?: number;
  /** Opens the control endpoint where given. */
  readonly controlPort?: number | undefined;
  /** Seeds channels that go offline for a while; none do where absent. */
  readonly flakySeed?: number | undefined;
  /** Seeds events that happen by themselves; none do where absent. */
  readonly livelySeed?: number | undefined;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** How to reach a device, as printed for whoever seeds a registry with it. */
export interface DeviceAnnouncement {
  readonly name: string;
  readonly protocol: SpokenProtocol;
  readonly origin: string;
  readonly username: string;
  readonly password: string;
}

/** A wall that a person of this site would want: all cameras of some devices, by their names. */
export interface SiteView {
  readonly name: string;
  readonly devices: readonly string[];
}

export interface Site {
  readonly recorder: TsNvr;
  readonly cameras: readonly IpcamDevice[];
  readonly devices: readonly SimulatedDevice[];
  readonly announcements: readonly DeviceAnnouncement[];
  readonly views: readonly SiteView[];
  readonly controlOrigin: string | null;
  stop(): Promise<void>;
}

/**
 * Starts the recorder and the four cameras on loopback, and the rest of the site where asked;
 * rejects, leaving none running, when a port is taken.
 */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const now = options.now ?? Date.now;
  const recorder = new TsNvr({
    port: options.recorderPort ?? 0,
    now,
    timeZone: options.recorderZone,
    clockAheadMs: options.recorderAheadMs,
  });
  const cameras = networkCameras.map(
    (camera, index) => new IpcamDevice({ port: options.cameraPorts?.[index] ?? 0, camera, now }),
  );
  const extra =
    options.wholeSite === true ? createExtraDevices(options.firstExtraPort ?? 0, now) : [];
  const devices: readonly SimulatedDevice[] = [recorder, ...cameras, ...extra];
  const control =
    options.controlPort === undefined
      ? null
      : createControlServer(options.controlPort, devices, now);
  let endFlakiness: (() => void) | undefined;
  let endEvents: (() => void) | undefined;
  const stop = async (): Promise<void> => {
    endFlakiness?.();
    endEvents?.();
    await Promise.all([...devices.map((device) => device.stop()), control?.stop()]);
  };
  const started = await Promise.allSettled([
    ...devices.map((device) => device.start()),
    control?.start(),
  ]);
  const failed = started.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  if (options.flakySeed !== undefined) endFlakiness = startFlakiness(recorder, options.flakySeed);
  if (options.livelySeed !== undefined) endEvents = startQuietSite(devices, options.livelySeed);
  return {
    recorder,
    cameras,
    devices,
    announcements: devices.map(({ name, protocol, origin, username, password }) => ({
      name,
      protocol,
      origin,
      username,
      password,
    })),
    views: viewsOf([recorder, ...cameras], extra),
    controlOrigin: control?.origin ?? null,
    stop,
  };
}

/** Few enough on each wall to watch; a site of one building has a single one. */
function viewsOf(
  main: readonly SimulatedDevice[],
  extra: readonly SimulatedDevice[],
): readonly SiteView[] {
  if (extra.length === 0) return [];
  const named = (devices: readonly SimulatedDevice[]) => devices.map(({ name }) => name);
  return [
    { name: 'Main building', devices: named(main) },
    { name: 'Annex and shop', devices: named(extra) },
  ];
}
