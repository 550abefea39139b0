import type { FlvMemory } from './flv-memory.ts';
import type { FlvTag } from './flv-reader.ts';
import { OutletViewer } from './outlet-viewer.ts';

const behindBytes = 3 * 1024 * 1024;
const caughtUpBytes = 512 * 1024;

/** Somebody who watches an FLV stream. One that falls behind goes on at a later key frame. */
export class FlvViewer extends OutletViewer {
  #opened = false;
  /** Until the next key frame nothing but configurations would be of use. */
  #waitsForKey = true;
  /** The script or a configuration came while there was no room for it. */
  #missedSetup = false;
  tagsSkipped = 0;

  /** Begins with what the relay remembers, as far as it does. */
  join(memory: FlvMemory): void {
    if (this.#opened || !memory.hasHeader) return;
    this.#opened = true;
    for (const bytes of memory.opening()) this.outlet.send(bytes);
    const group = memory.group();
    if (group === null) return;
    this.#waitsForKey = false;
    for (const bytes of group) this.outlet.send(bytes);
  }

  tag(tag: FlvTag, memory: FlvMemory): void {
    const isSetup = tag.kind === 'script' || tag.isConfiguration;
    if (this.#waitsForKey) {
      if (isSetup && !this.#missedSetup && this.outlet.backlogBytes <= behindBytes) {
        this.outlet.send(tag.bytes);
        return;
      }
      const mayStart = !isSetup && (tag.isKeyFrame || !memory.hasVideo);
      if (!mayStart || this.outlet.backlogBytes > caughtUpBytes) {
        this.#missedSetup ||= isSetup;
        this.tagsSkipped += 1;
        return;
      }
      this.#waitsForKey = false;
      this.#catchUp(memory);
    } else if (this.outlet.backlogBytes > behindBytes) {
      this.#waitsForKey = true;
      this.#missedSetup ||= isSetup;
      this.tagsSkipped += 1;
      return;
    }
    this.outlet.send(tag.bytes);
  }

  /** What a decoder needs may have changed while nothing was sent. */
  #catchUp(memory: FlvMemory): void {
    if (!this.#missedSetup) return;
    this.#missedSetup = false;
    for (const bytes of memory.configurations()) this.outlet.send(bytes);
  }
}
