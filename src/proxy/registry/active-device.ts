import type { DeviceView } from '../../api/device.ts';
import type { Problem } from '../../api/problem.ts';
import type { ChannelState } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceIdentity } from '../../domain/device-identity.ts';
import type { Credentials, Protocol } from '../../protocols/protocol.ts';
import type { AddressPolicy } from '../link/address-policy.ts';
import type { DeviceConnection, DeviceTarget } from '../link/device-connection.ts';
import type { CameraRow, DeviceRow, SecretRow } from '../store/store.ts';
import type { Sealer } from './sealer.ts';

/** What a password belongs to. */
export type SealPlace = Pick<DeviceRow, 'id' | 'origin' | 'certificate'>;

const passwordField = 'password';

/** A camera as it is kept, with what its device said of it last. */
export interface ActiveCamera {
  readonly row: CameraRow;
  readonly state: ChannelState;
  readonly stateSinceMs: number;
  readonly notRecordingSinceMs?: number | undefined;
}

export interface DeviceStatus {
  readonly state: DeviceView['state'];
  readonly stateSinceMs: number;
  readonly problem?: Problem | undefined;
  readonly identity?: DeviceIdentity | undefined;
  /** Device clock minus ours. */
  readonly clockSkewMs?: number | undefined;
  readonly latencyMs?: number | undefined;
  readonly lastSeenMs?: number | undefined;
}

export interface ActiveDeviceParts {
  readonly row: DeviceRow;
  readonly sealedPassword: string | undefined;
  readonly cameras: readonly ActiveCamera[];
  readonly protocol: Protocol | undefined;
}

export interface ActiveDeviceDependencies {
  readonly sealer: Sealer;
  readonly connect: (target: DeviceTarget) => DeviceConnection;
  readonly addresses: AddressPolicy;
  readonly nowMs: number;
}

/** A device that is registered or drafted: what is kept of it, how it is, and the road to it. */
export class ActiveDevice {
  row: DeviceRow;
  readonly sealedPassword: string | undefined;
  readonly protocol: Protocol | undefined;
  /** Absent where there is no way to the device at all; `fault` says why. */
  readonly connection: DeviceConnection | undefined;
  /** Why no connection can be made, e.g. because its address is not allowed. */
  readonly fault: DeviceError | undefined;
  cameras: readonly ActiveCamera[];
  status: DeviceStatus;
  readonly #sealer: Sealer;

  constructor(parts: ActiveDeviceParts, dependencies: ActiveDeviceDependencies) {
    this.row = parts.row;
    this.sealedPassword = parts.sealedPassword;
    this.protocol = parts.protocol;
    this.cameras = parts.cameras;
    this.status = { state: 'checking', stateSinceMs: dependencies.nowMs };
    this.#sealer = dependencies.sealer;
    const road = this.#makeRoad(dependencies);
    this.connection = road instanceof DeviceError ? undefined : road;
    this.fault = road instanceof DeviceError ? road : undefined;
  }

  get id(): string {
    return this.row.id;
  }

  /** There is a password, but our key does not open it. */
  get passwordIsLost(): boolean {
    return this.sealedPassword !== undefined && this.#openPassword() === null;
  }

  get secrets(): readonly SecretRow[] {
    if (this.sealedPassword === undefined) return [];
    return [{ deviceId: this.id, field: passwordField, sealed: this.sealedPassword }];
  }

  /** Opened anew for each use, so that the password does not lie in memory between two. */
  credentials(): Credentials | null {
    if (this.row.username === '' && this.sealedPassword === undefined) return null;
    const password = this.sealedPassword === undefined ? '' : this.#openPassword();
    return password === null ? null : { username: this.row.username, password };
  }

  #makeRoad(dependencies: ActiveDeviceDependencies): DeviceConnection | DeviceError {
    if (!this.protocol) return new DeviceError('unsupported', 'not-supported');
    try {
      return dependencies.connect({
        deviceId: this.row.id,
        origin: this.row.origin,
        entryTarget: this.row.entryTarget,
        protocol: this.protocol,
        credentials: () => this.credentials(),
        addresses: dependencies.addresses,
        trustedKey: this.row.certificate?.key,
        cameras: () => this.cameras.length,
      });
    } catch (failure) {
      if (failure instanceof DeviceError) return failure;
      throw failure;
    }
  }

  #openPassword(): string | null {
    if (this.sealedPassword === undefined) return null;
    return this.#sealer.open(this.sealedPassword, sealContext(this.row));
  }
}

/** @returns undefined for an empty password: there is nothing to keep. */
export function sealPassword(sealer: Sealer, row: SealPlace, password: string): string | undefined {
  return password === '' ? undefined : sealer.seal(password, sealContext(row));
}

function sealContext(row: SealPlace) {
  const { origin, certificate } = row;
  // An edited registry cannot put another certificate in the place of the trusted one either.
  const place = certificate === undefined ? origin : `${origin} ${certificate.key}`;
  return { deviceId: row.id, field: passwordField, origin: place };
}
