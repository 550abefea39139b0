/** Longer than any line of a device; what comes without an end is not kept for ever. */
const longestLine = 8192;

/** Makes lines of a stream that arrives in pieces cut anywhere. A line ends in LF, CR or both. */
export class LineSplitter {
  #rest = '';
  #cutting = false;
  #dropped = 0;

  /** Lines that were too long to be kept. */
  get dropped(): number {
    return this.#dropped;
  }

  /** @returns the lines that have ended, trimmed and without empty ones */
  push(piece: string): readonly string[] {
    const lines = (this.#rest + piece).split(/[\r\n]/);
    this.#rest = lines.pop() ?? '';
    if (lines.length > 0 && this.#cutting) {
      this.#cutting = false;
      lines.shift();
    }
    if (this.#rest.length > longestLine) {
      if (!this.#cutting) this.#dropped += 1;
      this.#cutting = true;
      this.#rest = '';
    }
    return lines.map((line) => line.trim()).filter((line) => line !== '');
  }
}
