import type { OpenFile } from './open-file.ts';

/** A player asks for the next piece within a moment, unless it has enough for a while. */
const keptMs = 15_000;
const mostKept = 32;

interface Kept {
  readonly file: OpenFile;
  readonly timer: NodeJS.Timeout;
}

/**
 * Transfers from devices that heed no ranges, between two pieces: to begin anew would mean to read
 * all that was read before.
 */
export class KeptFiles {
  readonly #kept = new Map<string, Kept>();

  /** @param name of the file, the same for whoever asks for it */
  keep(name: string, file: OpenFile): void {
    if (!file.isAlive) {
      file.close();
      return;
    }
    const key = `${name} ${file.at}`;
    this.#drop(key);
    const timer = setTimeout(() => this.#drop(key), keptMs);
    timer.unref();
    this.#kept.set(key, { file, timer });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#drop(oldest);
  }

  /** One that goes on where a piece begins. */
  take(name: string, first: number): OpenFile | undefined {
    const key = `${name} ${first}`;
    const kept = this.#kept.get(key);
    if (!kept) return undefined;
    clearTimeout(kept.timer);
    this.#kept.delete(key);
    return kept.file;
  }

  stop(): void {
    for (const key of this.#kept.keys()) this.#drop(key);
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    clearTimeout(kept.timer);
    this.#kept.delete(key);
    kept.file.close();
  }
}
