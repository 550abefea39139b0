import type { PtzVelocity } from '../../domain/ptz.ts';

export interface CommandLimits {
  /** For each call to the device. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Told of each command before it is sent: what takes several may be done by half. */
  readonly onCall?: () => void;
}

/** How one camera is set going and stopped. Both fail with a DeviceError. */
export interface MotionRoad {
  move(velocity: PtzVelocity, before: PtzVelocity, limits: CommandLimits): Promise<void>;
  stop(moving: PtzVelocity, limits: CommandLimits): Promise<void>;
}
