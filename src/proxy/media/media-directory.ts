import type { DeviceStream } from '../../domain/stream.ts';
import type { DeviceConnection } from '../link/device-connection.ts';

export interface MediaSource {
  readonly cameraId: string;
  readonly deviceId: string;
  readonly stream: DeviceStream;
  readonly connection: DeviceConnection;
}

/** What the registry tells the media side. Asked anew at every dial. */
export interface MediaDirectory {
  find(cameraId: string, streamId: string): MediaSource | null;
  /** The device's own still picture, where it has one. */
  snapshotOf(cameraId: string): { connection: DeviceConnection; target: string } | null;
  streamsOf(cameraId: string): readonly DeviceStream[];
}
