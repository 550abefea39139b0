const freeTries = 5;
const longestWaitMs = 60_000;
const addressWindowMs = 10 * 60_000;
const addressTries = 20;
/** Beyond this the oldest are forgotten: a flood of invented names costs no memory. */
const mostRemembered = 10_000;

interface Failures {
  count: number;
  lastAtMs: number;
}

/**
 * How long somebody must wait before the next password is looked at. After five failures an account
 * waits 1, 2, 4 … 60 s; an address has twenty failures in ten minutes. Nobody is shut out for good:
 * the account's own waiting never exceeds a minute.
 */
export class SlowDown {
  readonly #now: () => number;
  readonly #accounts = new Map<string, Failures>();
  readonly #addresses = new Map<string, number[]>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @returns ms to wait, 0 where the next try is free */
  waitMs(account: string, address: string): number {
    const nowMs = this.#now();
    const failures = this.#accounts.get(account);
    const accountWait = failures ? failures.lastAtMs + pauseMs(failures.count) - nowMs : 0;
    const recent = this.#recent(address, nowMs);
    const eldest = recent[recent.length - addressTries];
    const addressWait = eldest === undefined ? 0 : eldest + addressWindowMs - nowMs;
    return Math.max(0, accountWait, addressWait);
  }

  failed(account: string, address: string): void {
    const nowMs = this.#now();
    const count = (this.#accounts.get(account)?.count ?? 0) + 1;
    remember(this.#accounts, account, { count, lastAtMs: nowMs });
    remember(this.#addresses, address, [...this.#recent(address, nowMs), nowMs]);
  }

  /** The last failure was none: it was counted before the password had been looked at. */
  succeeded(account: string, address: string): void {
    this.#accounts.delete(account);
    remember(this.#addresses, address, this.#recent(address, this.#now()).slice(0, -1));
  }

  #recent(address: string, nowMs: number): number[] {
    const all = this.#addresses.get(address) ?? [];
    return all.filter((atMs) => nowMs - atMs < addressWindowMs).slice(-addressTries);
  }
}

function pauseMs(failures: number): number {
  return failures < freeTries ? 0 : Math.min(longestWaitMs, 1000 * 2 ** (failures - freeTries));
}

function remember<T>(table: Map<string, T>, key: string, value: T): void {
  table.delete(key);
  table.set(key, value);
  const [oldest] = table.keys();
  if (table.size > mostRemembered && oldest !== undefined) table.delete(oldest);
}
