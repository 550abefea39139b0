import type { DeviceCertificate } from '../../api/certificate.ts';
import type { DeviceCamera } from '../../domain/camera.ts';
import type { View } from '../../domain/view.ts';
import type { AccessStore } from './access-store.ts';
import type { AlarmStore } from './alarm-store.ts';
import type { AuditStore } from './audit-store.ts';
import type { BookmarkStore } from './bookmark-store.ts';
import type { CaseStore } from './case-store.ts';
import type { ControlStore } from './control-store.ts';
import type { EventStore } from './event-store.ts';
import type { ExportStore } from './export-store.ts';
import type { HandoverStore } from './handover-store.ts';

export interface DeviceRow {
  readonly id: string;
  readonly name: string;
  readonly protocolId: string;
  /** `http://host:port`, as `URL.origin` writes it. */
  readonly origin: string;
  /** Path and query typed behind the host, `/` where there was none. Never holds an account. */
  readonly entryTarget: string;
  readonly username: string;
  /** The certificate that a person trusts instead of the authorities. */
  readonly certificate?: DeviceCertificate | undefined;
}

/** A secret as it lies on disk: sealed, useless without the key file. */
export interface SecretRow {
  readonly deviceId: string;
  readonly field: string;
  readonly sealed: string;
}

/** What a channel offered when its device last answered, so that a dark device keeps its cameras. */
export type CameraDescription = Pick<
  DeviceCamera,
  'capabilities' | 'streams' | 'snapshotTarget' | 'sound' | 'loudspeaker'
>;

export interface CameraRow {
  readonly id: string;
  readonly deviceId: string;
  /** The device's own key of the channel. */
  readonly channel: string;
  /** Our own number, 1 and up, unique over all devices. */
  readonly number: number;
  readonly name: string;
  readonly enabled: boolean;
  readonly description: CameraDescription;
}

export interface StoredRegistry {
  readonly devices: readonly DeviceRow[];
  readonly secrets: readonly SecretRow[];
  readonly cameras: readonly CameraRow[];
}

/** Everything that outlives the proxy. Only what implements this knows how it is kept. */
export interface Store {
  /** People, groups, screens and sessions. */
  readonly access: AccessStore;
  readonly audit: AuditStore;
  /** What is kept of steering and switching. */
  readonly control: ControlStore;
  /** The journal of events. */
  readonly events: EventStore;
  /** Alarms, their rules and their history. */
  readonly alarms: AlarmStore;
  /** What shifts leave to each other. */
  readonly handover: HandoverStore;
  readonly bookmarks: BookmarkStore;
  readonly cases: CaseStore;
  /** What was ordered of recordings. */
  readonly exports: ExportStore;
  readRegistry(): Promise<StoredRegistry>;
  /** Inserts or replaces a device with its secrets and cameras, all or nothing. */
  saveDevice(
    device: DeviceRow,
    secrets: readonly SecretRow[],
    cameras: readonly CameraRow[],
  ): Promise<void>;
  /** Inserts or replaces cameras of devices that are stored. */
  saveCameras(cameras: readonly CameraRow[]): Promise<void>;
  /** Removes a device with its secrets and cameras. */
  removeDevice(deviceId: string): Promise<void>;
  /** In the order in which they were made. */
  readViews(): Promise<readonly View[]>;
  saveView(view: View): Promise<void>;
  /** @returns whether there was one. */
  removeView(viewId: string): Promise<boolean>;
  close(): Promise<void>;
}
