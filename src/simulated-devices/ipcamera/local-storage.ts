import { attachment, bare, bareText, failure, type RawReply } from './raw-reply.ts';

const hourMs = 3_600_000;
const clips = 6;
const smallestBytes = 24_000;
const growthBytes = 4096;

interface StoredFile {
  readonly name: string;
  readonly bytes: number;
  readonly recorded: string;
}

/** `A_20110101_010101.avi`, as the document's examples name a file. */
function nameOf(kind: string, epochMs: number): string {
  const digits = new Date(epochMs).toISOString().replaceAll(/\D/g, '');
  return `${kind}_${digits.slice(0, 8)}_${digits.slice(8, 14)}.avi`;
}

/** The memory card: one clip for each of the hours before the unit was made, always the same octets. */
export class LocalStorage {
  readonly #files: Map<string, StoredFile>;

  constructor(nowMs: number) {
    const lastHour = Math.floor(nowMs / hourMs);
    const files = Array.from({ length: clips }, (_, i) => {
      const epochMs = (lastHour - clips + i) * hourMs;
      const recorded = new Date(epochMs).toISOString().slice(0, 19).replace('T', ' ');
      const name = nameOf(i % 2 === 0 ? 'A' : 'M', epochMs);
      return { name, bytes: smallestBytes + i * growthBytes, recorded };
    });
    this.#files = new Map(files.map((file) => [file.name, file]));
  }

  /** `storagemanagement.cgi` (5.1.5); the form of the list is that of real units, not documented. */
  answer(query: URLSearchParams): RawReply {
    const file = this.#files.get(query.get('filename') ?? '');
    switch (query.get('action')) {
      case 'format':
        this.#files.clear();
        return bareText('OK\n');
      case 'list':
        return bareText(
          [...this.#files.values()]
            .map(({ name, bytes, recorded }) => `${name}\t${bytes}\t${recorded}\n`)
            .join(''),
        );
      case 'remove':
        if (file === undefined) return bare(404);
        this.#files.delete(file.name);
        return bareText('OK\n');
      case 'download':
        // An invalid file name is the document's example of a 404 (4.1.1).
        return file === undefined ? bare(404) : attachment(file.name, contentOf(file));
      default:
        return failure('action must be format, list, remove or download');
    }
  }
}

/** A RIFF file of the right length whose one chunk no player shows. */
function contentOf({ name, bytes }: StoredFile): Buffer {
  const content = Buffer.alloc(bytes, name);
  content.write('RIFF', 0, 'ascii');
  content.writeUInt32LE(bytes - 8, 4);
  content.write('AVI JUNK', 8, 'ascii');
  content.writeUInt32LE(bytes - 20, 16);
  return content;
}
