import { opaqueId } from '../registry/opaque-id.ts';
import type { AccessStore, SessionRow } from '../store/access-store.ts';
import { locksAfterMs, type SessionLimits } from './session-limits.ts';
import { hashToken, makeToken } from './session-token.ts';

export type SessionOwner = SessionRow['owner'];

const sweepMs = 5000;
/** What is only a time of last use is not worth a write each time. */
const saveEveryMs = 60_000;

/** One signed-in browser, and what of it is open right now. */
export class Session {
  row: SessionRow;
  savedAtMs: number;
  readonly open = new Set<() => void>();

  readonly #onPresence: (session: Session) => void;

  /** @param onPresence told when the first of what is open opens, and when the last closes */
  constructor(row: SessionRow, onPresence: (session: Session) => void = () => undefined) {
    this.row = row;
    this.savedAtMs = row.lastSeenMs;
    this.#onPresence = onPresence;
  }

  get id(): string {
    return this.row.id;
  }

  /** @param close is called once when the session ends; @returns the way to take it back */
  attach(close: () => void): () => void {
    this.open.add(close);
    if (this.open.size === 1) this.#onPresence(this);
    return () => {
      if (this.open.delete(close) && this.open.size === 0) this.#onPresence(this);
    };
  }

  /** Closes what is open; the session itself may go on. */
  disconnect(): void {
    const closers = [...this.open];
    this.open.clear();
    for (const close of closers) close();
    if (closers.length > 0) this.#onPresence(this);
  }
}

export interface SessionDependencies {
  readonly store: AccessStore;
  readonly now: () => number;
  /** Null where the owner is gone or switched off. */
  readonly limitsOf: (owner: SessionOwner) => SessionLimits | null;
  readonly onChange: () => void;
  /** A session has something open now, or nothing any more. */
  readonly onPresence: (session: Session) => void;
  readonly onFault: (fault: unknown) => void;
}

/** Who is signed in, where. Tokens are known by their hashes alone. */
export class Sessions {
  readonly #with: SessionDependencies;
  readonly #byHash = new Map<string, Session>();
  readonly #sweep: NodeJS.Timeout;

  private constructor(dependencies: SessionDependencies, rows: readonly SessionRow[]) {
    this.#with = dependencies;
    for (const row of rows) {
      this.#byHash.set(row.tokenHash, new Session(row, dependencies.onPresence));
    }
    this.#sweep = setInterval(() => this.sweep(), sweepMs);
    this.#sweep.unref();
  }

  static async load(dependencies: SessionDependencies): Promise<Sessions> {
    return new Sessions(dependencies, await dependencies.store.readSessions());
  }

  get all(): readonly Session[] {
    return [...this.#byHash.values()];
  }

  /** The session of a token, unless one of its limits has passed. */
  find(token: string): Session | undefined {
    const session = this.#byHash.get(hashToken(token));
    return session && this.isAlive(session) ? session : undefined;
  }

  isAlive({ row }: Session): boolean {
    const limits = this.#with.limitsOf(row.owner);
    if (limits === null) return false;
    const nowMs = this.#with.now();
    const usedAtMs = limits.idleCounts === 'input' ? row.lastInputMs : row.lastSeenMs;
    return nowMs - usedAtMs < limits.idleMs && nowMs - row.createdAtMs < limits.absoluteMs;
  }

  endsAtMs({ row }: Session): number {
    return row.createdAtMs + (this.#with.limitsOf(row.owner)?.absoluteMs ?? 0);
  }

  async begin(
    owner: SessionOwner,
    from: Pick<SessionRow, 'browser' | 'address'>,
  ): Promise<{ session: Session; token: string }> {
    const nowMs = this.#with.now();
    const token = makeToken();
    const row: SessionRow = {
      id: opaqueId(),
      tokenHash: hashToken(token),
      owner,
      browser: from.browser,
      address: from.address,
      createdAtMs: nowMs,
      lastSeenMs: nowMs,
      lastInputMs: nowMs,
      confirmedAtMs: nowMs,
    };
    const session = new Session(row, this.#with.onPresence);
    await this.#with.store.saveSession(session.row);
    this.#byHash.set(session.row.tokenHash, session);
    this.#with.onChange();
    return { session, token };
  }

  /** The password was given again: a new token, and the old one is worth nothing from now on. */
  async confirm(session: Session): Promise<string> {
    const nowMs = this.#with.now();
    const token = makeToken();
    this.#byHash.delete(session.row.tokenHash);
    session.row = {
      ...session.row,
      tokenHash: hashToken(token),
      lastSeenMs: nowMs,
      lastInputMs: nowMs,
      confirmedAtMs: nowMs,
    };
    this.#byHash.set(session.row.tokenHash, session);
    await this.#save(session);
    return token;
  }

  /** @param byPerson whether somebody is at the keyboard, and not only a picture open */
  use(session: Session, byPerson: boolean): void {
    const lastSeenMs = this.#with.now();
    session.row = {
      ...session.row,
      lastSeenMs,
      ...(byPerson ? { lastInputMs: lastSeenMs } : {}),
    };
    if (lastSeenMs - session.savedAtMs < saveEveryMs) return;
    this.#save(session).catch(this.#with.onFault);
  }

  /** The person leaves the keyboard: the session only looks, until the password is given again. */
  async lock(session: Session): Promise<void> {
    const lastInputMs = this.#with.now() - locksAfterMs;
    session.row = { ...session.row, lastInputMs, confirmedAtMs: 0 };
    await this.#save(session);
  }

  async end(session: Session): Promise<void> {
    this.#byHash.delete(session.row.tokenHash);
    session.disconnect();
    await this.#with.store.removeSession(session.id);
    this.#with.onChange();
  }

  async endWhere(condition: (session: Session) => boolean): Promise<void> {
    await Promise.all(this.all.filter(condition).map((session) => this.end(session)));
  }

  ofOwner(owner: SessionOwner): readonly Session[] {
    return this.all.filter(({ row }) => row.owner.kind === owner.kind && row.owner.id === owner.id);
  }

  /** Ends what has outlived its limits; an open picture is use. */
  sweep(): void {
    for (const session of this.all) {
      if (!this.isAlive(session)) this.end(session).catch(this.#with.onFault);
      else if (session.open.size > 0) this.use(session, false);
    }
  }

  stop(): void {
    clearInterval(this.#sweep);
  }

  async #save(session: Session): Promise<void> {
    session.savedAtMs = session.row.lastSeenMs;
    await this.#with.store.saveSession(session.row);
  }
}
