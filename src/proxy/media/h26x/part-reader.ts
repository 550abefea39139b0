import { DeviceError } from '../../../domain/device-error.ts';
import { ByteWindow } from '../../link/byte-window.ts';

export interface Part {
  /** In lower case without its parameters; empty where the part has none. */
  readonly contentType: string;
  /** Valid only while it is handed over. */
  readonly body: Buffer;
}

const largestPartBytes = 4 * 1024 * 1024;
const longestPreamble = 64 * 1024;
const longestHeader = 4096;
const longestBoundary = 200;
const longestPadding = 16;
const liesBeforeDistrust = 3;
const oversizedBeforeRefusal = 3;

/**
 * Cuts a `multipart/x-mixed-replace` body into its parts. Devices disagree with their own boundary
 * and length: the first line of the body outranks the header of the reply, and a length holds only
 * while no boundary comes before its end.
 */
export class PartReader {
  readonly #onPart: (part: Part) => void;
  readonly #declared: string | null;
  readonly #window = new ByteWindow();
  #delimiter: Buffer | null = null;
  #place: 'between' | 'header' | 'body' = 'between';
  #searched = 0;
  #skipped = 0;
  #contentType = '';
  #announced = 0;
  #lies = 0;
  #oversized = 0;
  parts = 0;

  /** @param contentTypeLine of the whole reply, with its boundary */
  constructor(contentTypeLine: string, onPart: (part: Part) => void) {
    this.#declared = /boundary="?([^";\s]{1,200})/i.exec(contentTypeLine)?.[1] ?? null;
    this.#onPart = onPart;
  }

  /** @throws DeviceError when this is no such body, or has parts without end */
  push(chunk: Uint8Array): void {
    this.#window.append(chunk);
    while (this.#step()) {
      // Each step takes something off the window; it ends when more bytes are needed.
    }
  }

  #step(): boolean {
    const delimiter = this.#delimiter ?? this.#learnDelimiter();
    if (delimiter === null) return false;
    if (this.#place === 'between') return this.#findPart(delimiter);
    return this.#place === 'header' ? this.#readHeader() : this.#takeBody(delimiter);
  }

  #learnDelimiter(): Buffer | null {
    const start = this.#window
      .view()
      .toString('latin1', 0, longestBoundary + 8)
      .trimStart();
    if (start.length < 2) return null;
    if (/^<(!doctype|html|head|body|\?xml)/i.test(start)) {
      throw new DeviceError('malformed-reply', 'html-page');
    }
    const own = /^--([^\r\n]+?)[ \t]*\r?\n/.exec(start)?.[1];
    if (own === undefined && start.startsWith('--') && start.length < longestBoundary) return null;
    const name = own ?? this.#declared?.replace(/^--/, '');
    if (name === undefined) throw new DeviceError('malformed-reply', 'not-a-stream');
    this.#delimiter = Buffer.from(`\n--${name}`, 'latin1');
    return this.#delimiter;
  }

  #findPart(delimiter: Buffer): boolean {
    const view = this.#window.view();
    // The very first boundary has no line before it.
    const bare = delimiter.subarray(1);
    const at = view.indexOf(bare);
    const surplus = at === -1 ? view.length - bare.length : at;
    this.#skipped += Math.max(0, surplus);
    const mostSkipped = this.parts + this.#oversized === 0 ? longestPreamble : largestPartBytes;
    if (this.#skipped > mostSkipped) throw new DeviceError('malformed-reply', 'not-a-stream');
    if (at === -1) {
      this.#window.skip(Math.max(0, surplus));
      return false;
    }
    // The length of the part before fell short of its end.
    if (this.#skipped > longestPadding && this.parts > 0) this.#lies += 1;
    this.#window.skip(at + bare.length);
    this.#skipped = 0;
    this.#place = 'header';
    return true;
  }

  #readHeader(): boolean {
    const text = this.#window.view().toString('latin1', 0, longestHeader);
    const end = /\r?\n\r?\n/.exec(text);
    if (end === null) {
      if (text.length < longestHeader) return false;
      this.#place = 'between';
      return true;
    }
    const header = text.slice(0, end.index);
    this.#announced = Number(/content-length:[ \t]*(\d{1,9})/i.exec(header)?.[1] ?? 0);
    const type = /content-type:[ \t]*([^\s;]+)/i.exec(header)?.[1] ?? '';
    this.#contentType = type.toLowerCase();
    this.#window.skip(end.index + end[0].length);
    this.#place = 'body';
    this.#searched = 0;
    return true;
  }

  #takeBody(delimiter: Buffer): boolean {
    const view = this.#window.view();
    const trusted = this.#announced <= largestPartBytes && this.#lies < liesBeforeDistrust;
    const announced = trusted ? this.#announced : 0;
    const at = view.indexOf(delimiter, this.#searched);
    if (announced > 0 && view.length >= announced && (at === -1 || at >= announced - 2)) {
      return this.#emit(view, announced);
    }
    if (at !== -1) {
      if (announced > 0) this.#lies += 1;
      return this.#emit(view, at > 0 && view[at - 1] === 0x0d ? at - 1 : at);
    }
    this.#searched = Math.max(0, view.length - delimiter.length);
    if (view.length > largestPartBytes) this.#dropOversized(view.length);
    return false;
  }

  #emit(view: Buffer, length: number): boolean {
    if (length > largestPartBytes) {
      this.#dropOversized(length);
      return true;
    }
    this.#oversized = 0;
    this.parts += 1;
    if (length > 0)
      this.#onPart({ contentType: this.#contentType, body: view.subarray(0, length) });
    this.#window.skip(length);
    this.#place = 'between';
    return true;
  }

  #dropOversized(length: number): void {
    this.#oversized += 1;
    if (this.#oversized >= oversizedBeforeRefusal) {
      throw new DeviceError('malformed-reply', 'too-large');
    }
    this.#window.skip(length);
    this.#place = 'between';
  }
}
