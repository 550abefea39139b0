import { type AlarmEntry, inOrder, isAlarmEntry } from './alarm-entry.ts';

const prefix = 'watchfloor.unsent-alarm-action.';
/** The proxy takes nothing that is older. */
const keptMs = 24 * 3_600_000;

/** As much as a browser keeps of what was not sent; above it nothing is added. */
export const mostUnsent = 200;

/**
 * Keeps what was not sent where all windows of a browser see it, and where it outlives a reload. One
 * key for each, so that two windows never overwrite what the other has added.
 */
export class AlarmShelf {
  readonly #storage: Storage | null;
  /** What stands here alone where the browser keeps nothing. */
  readonly #kept = new Map<string, AlarmEntry>();

  constructor(storage: Storage | null) {
    this.#storage = storage;
  }

  all(): readonly AlarmEntry[] {
    return inOrder([...this.#stored(), ...this.#kept.values()]);
  }

  /** @returns false where there is no room for more */
  put(entry: AlarmEntry): boolean {
    const known = this.all();
    const isNew = known.every(({ requestId }) => requestId !== entry.requestId);
    if (isNew && known.length >= mostUnsent) return false;
    try {
      if (this.#storage === null) this.#kept.set(entry.requestId, entry);
      else this.#storage.setItem(prefix + entry.requestId, JSON.stringify(entry));
    } catch {
      // Full, or closed to this page: this window still sends it.
      this.#kept.set(entry.requestId, entry);
    }
    return true;
  }

  remove(requestId: string): void {
    this.#kept.delete(requestId);
    this.#storage?.removeItem(prefix + requestId);
  }

  /** What nobody can send any more. */
  clean(nowMs: number, personId: string): void {
    for (const entry of this.all()) {
      if (entry.personId !== personId && nowMs - entry.atMs > keptMs) this.remove(entry.requestId);
    }
  }

  #stored(): AlarmEntry[] {
    const storage = this.#storage;
    if (storage === null) return [];
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    return keys.flatMap((key) => {
      if (key === null || !key.startsWith(prefix)) return [];
      const entry = parsed(storage.getItem(key));
      if (entry === null) storage.removeItem(key);
      return entry ?? [];
    });
  }
}

function parsed(text: string | null): AlarmEntry | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isAlarmEntry(value) ? value : null;
  } catch {
    return null;
  }
}

export const isShelfKey = (key: string | null): boolean => key === null || key.startsWith(prefix);
