import * as z from 'zod/mini';
import { recordingKinds } from '../../domain/recording.ts';
import type { RecordedFile } from '../../protocols/protocol.ts';
import type { FoundCamera } from '../registry/camera-directory.ts';
import { Sealer } from '../registry/sealer.ts';

/** What the key for the names of files is derived for. */
export const fileSealPurpose = 'recorded-file/v1';

const sealedFile = z.tuple([
  z.string(),
  z.number(),
  z.number(),
  z.enum(recordingKinds),
  z.string(),
]);

/**
 * Names files to the browser: what a device calls them may be a path of its own. A name opens only
 * at the camera that it was given for, so that nobody reaches the files of another.
 */
export class FileSeal {
  readonly #sealer: Sealer;

  constructor(key: Uint8Array) {
    this.#sealer = new Sealer(key);
  }

  seal(of: FoundCamera, { fileId, range, kind, type }: RecordedFile): string {
    const parts = [fileId, range.fromMs, range.toMs, kind, type];
    return this.#sealer.seal(JSON.stringify(parts), contextOf(of));
  }

  /** @returns null for a name that was not given for this camera, as it is now */
  open(of: FoundCamera, name: string): RecordedFile | null {
    const text = this.#sealer.open(name, contextOf(of));
    if (text === null) return null;
    const [fileId, fromMs, toMs, kind, type] = sealedFile.parse(JSON.parse(text));
    return { fileId, channel: of.camera.row.channel, range: { fromMs, toMs }, kind, type };
  }
}

/** After a swap of channels the names of both are void: they meant the place and not the camera. */
function contextOf({ device, camera }: FoundCamera) {
  const { id, channel } = camera.row;
  return { deviceId: device.id, field: `recording ${id} ${channel}`, origin: device.row.origin };
}
