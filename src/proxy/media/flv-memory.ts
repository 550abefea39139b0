import type { FlvTag } from './flv-reader.ts';

const mostGroupBytes = 8 * 1024 * 1024;

/** What somebody who joins late needs: header, metadata, configurations, and the present group of pictures. */
export class FlvMemory {
  #header: Buffer | null = null;
  #script: Buffer | null = null;
  #video: Buffer | null = null;
  #audio: Buffer | null = null;
  #group: Buffer[] = [];
  #groupBytes = 0;
  #groupHasStart = false;

  setHeader(bytes: Buffer): void {
    this.#header = bytes;
  }

  get hasVideo(): boolean {
    return this.#video !== null;
  }

  keep(tag: FlvTag): void {
    if (tag.kind === 'script') {
      this.#script = tag.bytes;
      return;
    }
    if (tag.isConfiguration) {
      if (tag.kind === 'video') this.#video = tag.bytes;
      else this.#audio = tag.bytes;
      return;
    }
    if (tag.isKeyFrame) {
      this.#forgetGroup();
      this.#groupHasStart = true;
    }
    if (!this.#groupHasStart) return;
    this.#group.push(tag.bytes);
    this.#groupBytes += tag.bytes.length;
    if (this.#groupBytes > mostGroupBytes) this.#forgetGroup();
  }

  /** What a decoder needs before the next key frame; empty until the header has come. */
  opening(): Buffer[] {
    const all = [this.#header, this.#script, this.#video, this.#audio];
    return all.filter((bytes) => bytes !== null);
  }

  /** Configurations alone, for a viewer that has seen a header already. */
  configurations(): Buffer[] {
    return [this.#video, this.#audio].filter((bytes) => bytes !== null);
  }

  /** The tags since the last key frame; null where a joiner has to wait for the next one. */
  group(): readonly Buffer[] | null {
    return this.#groupHasStart ? this.#group : null;
  }

  get hasHeader(): boolean {
    return this.#header !== null;
  }

  #forgetGroup(): void {
    this.#group = [];
    this.#groupBytes = 0;
    this.#groupHasStart = false;
  }
}
