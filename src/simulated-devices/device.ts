import type { DeviceControls } from './control/device-controls.ts';
import type { DeviceRecordings } from './device-recordings.ts';
import type { EventDesk } from './events/event-desk.ts';
import type { RequestLog } from './http/request-log.ts';

/** What can be made to go wrong; `none` puts a device right again, and starts it where it was stopped. */
export const faults = [
  'none',
  'stopped',
  'offline',
  'frozen',
  'stalled',
  'html-instead-of-picture',
  'endless-body',
  'wrong-content-length',
  'no-content-length',
  'truncated-picture',
] as const;
export type Fault = (typeof faults)[number];

export interface FaultRequest {
  readonly fault: Fault;
  /** A recorder's channel; every channel where absent. */
  readonly channel?: number | undefined;
  /** The status code that a recorder's channel reports while offline. */
  readonly code?: number | undefined;
}

/** The ids under which a registry knows the protocols that the devices of the site speak. */
export type SpokenProtocol = 'tsapi' | 'ipcam' | 'securityspy' | 'securityspy-legacy' | 'ipcamera';

/** A device of the imaginary site, with the account to reach it. */
export interface SimulatedDevice {
  readonly name: string;
  readonly protocol: SpokenProtocol;
  readonly origin: string;
  readonly username: string;
  readonly password: string;
  readonly log: RequestLog;
  readonly controls: DeviceControls;
  readonly events: EventDesk;
  readonly recordings: DeviceRecordings;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** False where the device or channel does not know the fault. */
  applyFault(request: FaultRequest): Promise<boolean>;
}
