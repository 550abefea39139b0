/** A text to look for, and what to call it; the text itself is never printed. */
export interface Pattern {
  readonly name: string;
  readonly text: string;
}

const byteValues = 256;

/**
 * Finds many texts in a stream of bytes in one pass (Aho and Corasick), also where one lies across
 * the end of a chunk.
 */
export class ByteScanner {
  readonly #patterns: readonly Pattern[];
  readonly #next: Int32Array;
  /** By state the patterns that end there. */
  readonly #ends: readonly (readonly number[])[];
  /** 1 for such a state: nearly none is, and nearly every byte asks. */
  readonly #isEnd: Uint8Array;

  constructor(patterns: readonly Pattern[]) {
    this.#patterns = patterns;
    const { next, ends } = buildStates(patterns.map(({ text }) => Buffer.from(text)));
    this.#next = next;
    this.#ends = ends;
    this.#isEnd = Uint8Array.from(ends, (own) => Math.min(1, own.length));
  }

  /**
   * @param state what the chunk before it ended in, 0 at the beginning
   * @returns the state for the next chunk
   */
  scan(bytes: Uint8Array, found: (name: string) => void, state = 0): number {
    const next = this.#next;
    const isEnd = this.#isEnd;
    let now = state;
    for (let at = 0; at < bytes.length; at += 1) {
      now = next[now * byteValues + (bytes[at] as number)] as number;
      if (isEnd[now] === 0) continue;
      for (const index of this.#ends[now] ?? []) found(this.#patterns[index]?.name ?? '');
    }
    return now;
  }
}

function buildStates(texts: readonly Buffer[]): { next: Int32Array; ends: number[][] } {
  const most = 1 + texts.reduce((sum, text) => sum + text.length, 0);
  const next = new Int32Array(most * byteValues);
  const ends: number[][] = [[]];
  for (const [index, text] of texts.entries()) {
    let state = 0;
    for (const byte of text) {
      const at = state * byteValues + byte;
      if (next[at] === 0) {
        next[at] = ends.length;
        ends.push([]);
      }
      state = next[at] as number;
    }
    if (text.length > 0) ends[state]?.push(index);
  }
  // Breadth first: where a text does not go on, the longest other one that may have begun does.
  const fallback = new Int32Array(ends.length);
  const queue: number[] = [];
  for (let byte = 0; byte < byteValues; byte += 1) {
    if (next[byte] !== 0) queue.push(next[byte] as number);
  }
  for (const state of queue) {
    const behind = fallback[state] as number;
    ends[state]?.push(...(ends[behind] ?? []));
    for (let byte = 0; byte < byteValues; byte += 1) {
      const at = state * byteValues + byte;
      const instead = next[behind * byteValues + byte] as number;
      const child = next[at] as number;
      if (child === 0) next[at] = instead;
      else {
        fallback[child] = instead;
        queue.push(child);
      }
    }
  }
  return { next, ends };
}
