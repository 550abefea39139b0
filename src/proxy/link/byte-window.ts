/** So that the largest picture costs a stream little more than its own size. */
const mostSpare = 512 * 1024;

/**
 * Bytes that have come and are not read yet, in one piece so that they can be searched. Room is
 * made by moving what is left to the front, at most once per item taken, so the cost stays linear.
 */
export class ByteWindow {
  #buffer: Buffer;
  #start = 0;
  #end = 0;

  constructor(initialBytes = 64 * 1024) {
    this.#buffer = Buffer.allocUnsafeSlow(initialBytes);
  }

  get length(): number {
    return this.#end - this.#start;
  }

  append(chunk: Uint8Array): void {
    this.#makeRoom(chunk.length);
    this.#buffer.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /** Drops the first bytes. */
  skip(count: number): void {
    this.#start = Math.min(this.#end, this.#start + count);
    if (this.#start === this.#end) {
      this.#start = 0;
      this.#end = 0;
    }
  }

  /** The unread bytes; valid until the next `append`. */
  view(): Buffer {
    return this.#buffer.subarray(this.#start, this.#end);
  }

  #makeRoom(count: number): void {
    if (this.#end + count <= this.#buffer.length) return;
    const needed = this.length + count;
    // Growing to twice the need keeps the moves rare; shrinking forgets one huge picture.
    const size =
      needed > this.#buffer.length || needed * 16 < this.#buffer.length
        ? Math.max(64 * 1024, Math.min(needed * 2, needed + mostSpare))
        : this.#buffer.length;
    const target = size === this.#buffer.length ? this.#buffer : Buffer.allocUnsafeSlow(size);
    this.#buffer.copy(target, 0, this.#start, this.#end);
    this.#buffer = target;
    this.#end -= this.#start;
    this.#start = 0;
  }
}
