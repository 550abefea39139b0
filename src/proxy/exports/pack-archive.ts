import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of a pack, opened when its turn comes. */
export interface PackEntry {
  readonly name: string;
  readonly bytes: number;
  readonly open: () => Readable;
}

export interface PackArchive {
  readonly length: number | null;
  readonly body: Readable;
}

/**
 * One archive of them, stored and not packed, since films do not shrink. Of the same entries and
 * the same date it is the same to the byte, wherever it is made.
 */
export async function packArchive(
  entries: readonly PackEntry[],
  createdAtMs: number,
): Promise<PackArchive> {
  const zip = new ZipFile();
  // Archives hold local times: made so that every machine writes the same.
  const at = new Date(createdAtMs);
  const mtime = new Date(
    ...([at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()] as const),
    ...([at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()] as const),
  );
  const body = new PassThrough();
  zip.on('error', (error) => body.destroy(error instanceof Error ? error : undefined));
  // One at a time is open; what is given up in the middle must not stay so.
  let opened: Readable | undefined;
  body.once('close', () => opened?.destroy());
  for (const { name, bytes, open } of entries) {
    const options = {
      mtime,
      size: bytes,
      compress: false,
      mode: 0o100644,
      forceDosTimestamp: true,
    };
    zip.addReadStreamLazy(name, options, (give) => {
      const content = open();
      content.once('error', (error) => body.destroy(error));
      opened = content;
      give(null, content);
    });
  }
  const length = await new Promise<number>((resolve, reject) => {
    zip.once('error', reject);
    // The types of the library leave out what it calls back with.
    const told = ((bytes: number) => resolve(bytes)) as () => void;
    zip.end({ forceZip64Format: false, comment: '' }, told);
  });
  zip.outputStream.pipe(body);
  return { length: length < 0 ? null : length, body };
}
