import type { RecordedPiece } from '../device-recordings.ts';
import { attachment, bare, bareText, failure, type RawReply } from './raw-reply.ts';
import { clipSeconds } from './stored-clip.ts';

const hourMs = 3_600_000;
const clips = 6;

interface StoredFile {
  readonly name: string;
  readonly recordedMs: number;
}

const isoOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 19);

/** `A_20110101_010101.avi`, as the document's examples name a file. */
function nameOf(kind: string, epochMs: number): string {
  return `${kind}_${isoOf(epochMs).replaceAll(/[-:]/g, '').replace('T', '_')}.avi`;
}

/** The memory card: one clip for each of the hours before the unit was made. */
export class LocalStorage {
  readonly #record: (epochMs: number) => Buffer;
  /** By name; written when first asked for. */
  readonly #contents = new Map<string, Buffer>();
  #files: readonly StoredFile[];

  /** `record` gives what the camera saw at an instant, the same each time. */
  constructor(nowMs: number, record: (epochMs: number) => Buffer) {
    this.#record = record;
    const lastHour = Math.floor(nowMs / hourMs);
    this.#files = Array.from({ length: clips }, (_, i) => {
      const recordedMs = (lastHour - clips + i) * hourMs;
      return { name: nameOf(i % 2 === 0 ? 'A' : 'M', recordedMs), recordedMs };
    });
  }

  /** `storagemanagement.cgi` (5.1.5); the form of the list is that of real units, not documented. */
  answer(query: URLSearchParams): RawReply {
    const file = this.#files.find(({ name }) => name === query.get('filename'));
    switch (query.get('action')) {
      case 'format':
        this.#keep([]);
        return bareText('OK\n');
      case 'list':
        return bareText(this.#files.map((one) => this.#line(one)).join(''));
      case 'remove':
        if (file === undefined) return bare(404);
        this.#keep(this.#files.filter((one) => one !== file));
        return bareText('OK\n');
      case 'download':
        // An invalid file name is the document's example of a 404 (4.1.1).
        return file === undefined ? bare(404) : attachment(file.name, this.#contentOf(file));
      default:
        return failure('action must be format, list, remove or download');
    }
  }

  /** The list does not say why something was recorded. */
  pieces(fromMs: number, toMs: number): readonly RecordedPiece[] {
    return this.#files
      .map(
        ({ recordedMs }): RecordedPiece => ({
          fromMs: recordedMs,
          toMs: recordedMs + clipSeconds * 1000,
          kind: 'continuous',
        }),
      )
      .filter((piece) => piece.fromMs < toMs && piece.toMs > fromMs);
  }

  #keep(files: readonly StoredFile[]): void {
    this.#files = files;
    for (const name of [...this.#contents.keys()])
      if (!files.some((file) => file.name === name)) this.#contents.delete(name);
  }

  #line(file: StoredFile): string {
    const recorded = isoOf(file.recordedMs).replace('T', ' ');
    return `${file.name}\t${this.#contentOf(file).length}\t${recorded}\n`;
  }

  #contentOf({ name, recordedMs }: StoredFile): Buffer {
    const known = this.#contents.get(name);
    if (known !== undefined) return known;
    const content = this.#record(recordedMs);
    this.#contents.set(name, content);
    return content;
  }
}
