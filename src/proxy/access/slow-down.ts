import ipaddr from 'ipaddr.js';

const freeTries = 5;
const longestWaitMs = 60_000;
const addressWindowMs = 10 * 60_000;
const addressTries = 20;
/** Beyond this the oldest are forgotten: a flood of invented names costs no memory. */
const mostRemembered = 10_000;
/** To find the eldest of a table takes long once it has lost many; so it is done for many at a time. */
const forgottenAtOnce = 1000;

interface Failures {
  count: number;
  lastAtMs: number;
}

/**
 * How long somebody must wait before the next password is looked at. After five failures an account
 * waits 1, 2, 4 … 60 s; an address has twenty failures in ten minutes. Nobody is shut out for good:
 * the account's own waiting never exceeds a minute, and an address from which its owner has come in
 * before waits for its own failures only, however many others guess elsewhere.
 */
export class SlowDown {
  readonly #now: () => number;
  readonly #accounts = new Map<string, Failures>();
  readonly #addresses = new Map<string, number[]>();
  /** Accounts with an address from which they were signed in to. */
  readonly #known = new Map<string, true>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @returns ms to wait, 0 where the next try is free */
  waitMs(account: string, address: string): number {
    const nowMs = this.#now();
    const failures = this.#accounts.get(this.#guessed(account, address));
    const accountWait = failures ? failures.lastAtMs + pauseMs(failures.count) - nowMs : 0;
    const recent = this.#recent(networkOf(address), nowMs);
    const eldest = recent[recent.length - addressTries];
    const addressWait = eldest === undefined ? 0 : eldest + addressWindowMs - nowMs;
    return Math.max(0, accountWait, addressWait);
  }

  failed(account: string, address: string): void {
    const nowMs = this.#now();
    const guessed = this.#guessed(account, address);
    const count = (this.#accounts.get(guessed)?.count ?? 0) + 1;
    remember(this.#accounts, guessed, { count, lastAtMs: nowMs });
    const network = networkOf(address);
    remember(this.#addresses, network, [...this.#recent(network, nowMs), nowMs]);
  }

  /** The last failure was none: it was counted before the password had been looked at. */
  succeeded(account: string, address: string): void {
    this.#accounts.delete(this.#guessed(account, address));
    remember(this.#known, pair(account, address), true);
    const network = networkOf(address);
    remember(this.#addresses, network, this.#recent(network, this.#now()).slice(0, -1));
  }

  /** What the failures are counted for: the account, or its owner at an address of theirs. */
  #guessed(account: string, address: string): string {
    const own = pair(account, address);
    return this.#known.has(own) ? own : JSON.stringify([account]);
  }

  #recent(network: string, nowMs: number): number[] {
    const all = this.#addresses.get(network) ?? [];
    return all.filter((atMs) => nowMs - atMs < addressWindowMs).slice(-addressTries);
  }
}

/** In a form that no name of an account, however it is written, can pass for. */
function pair(account: string, address: string): string {
  return JSON.stringify([account, networkOf(address)]);
}

/** Whoever has one IPv6 address has the other 2^64 of its network as well. */
function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (!ipaddr.IPv6.isValid(bare)) return address;
  const parsed = ipaddr.IPv6.parse(bare);
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  return parsed.parts.slice(0, 4).join(':');
}

function pauseMs(failures: number): number {
  return failures < freeTries ? 0 : Math.min(longestWaitMs, 1000 * 2 ** (failures - freeTries));
}

function remember<T>(table: Map<string, T>, key: string, value: T): void {
  table.delete(key);
  table.set(key, value);
  if (table.size <= mostRemembered) return;
  let left = forgottenAtOnce;
  for (const oldest of table.keys()) {
    if (left === 0) return;
    table.delete(oldest);
    left -= 1;
  }
}
