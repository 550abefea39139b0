import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SeenProblem } from '../api/problem.ts';
import type { AlarmEntry } from './alarm-entry.ts';
import type { AlarmShelf } from './alarm-shelf.ts';
import { problemOf } from './request-problem.ts';

const retrySeconds = [1, 2, 3, 5] as const;
/** Nobody is asked for a password for what was done longer ago. */
const freshMs = 10_000;
/** What the proxy fails at so often would hold up all that comes after it. */
const mostFaults = 4;

export interface OutboxState {
  /** Of the person who is signed in, in the order in which they acted. */
  readonly entries: readonly AlarmEntry[];
  /** The one that is on its way. */
  readonly sendingId: string | null;
  /** Why nothing is sent: the proxy does not answer, or it wants the password first. */
  readonly stuck: 'away' | 'password' | null;
}

export interface OutboxDependencies {
  readonly shelf: AlarmShelf;
  /** Rejects with a RequestProblem. */
  readonly send: (entry: AlarmEntry, asksPassword: boolean) => Promise<void>;
  /** Lets one window at a time send. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  readonly now: () => number;
}

export type Refusal = (entry: AlarmEntry, problem: SeenProblem) => void;

/** Sends what a person did to alarms, one after the other, and keeps it until the proxy has it. */
export class AlarmOutbox {
  readonly state: StoreApi<OutboxState> = createStore<OutboxState>(() => nothing);
  readonly #with: OutboxDependencies;
  readonly #refusals = new Set<Refusal>();
  #personId: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #sending = false;

  constructor(dependencies: OutboxDependencies) {
    this.#with = dependencies;
  }

  /** @returns false where too many wait already */
  add(entry: AlarmEntry): boolean {
    const { shelf, now } = this.#with;
    // Whoever goes on with an alarm takes nothing back that was before.
    for (const earlier of this.#own()) {
      if (earlier.alarmId === entry.alarmId && earlier.dueAtMs > now()) {
        shelf.put({ ...earlier, dueAtMs: now() });
      }
    }
    if (!shelf.put(entry)) return false;
    this.read();
    this.sendNow();
    return true;
  }

  /** Takes back what was not sent yet. */
  takeBack(requestId: string): void {
    if (this.state.getState().sendingId === requestId) return;
    this.#with.shelf.remove(requestId);
    this.read();
  }

  /** Sends for a person until it is ended. */
  start(personId: string): () => void {
    this.#personId = personId;
    this.#with.shelf.clean(this.#with.now(), personId);
    this.read();
    this.sendNow();
    return () => {
      this.#personId = null;
      clearTimeout(this.#timer);
      this.state.setState(nothing);
    };
  }

  onRefused(refusal: Refusal): () => void {
    this.#refusals.add(refusal);
    return () => this.#refusals.delete(refusal);
  }

  /** What stands there is another, maybe by another window. */
  read(): void {
    if (this.#personId !== null) this.state.setState({ entries: this.#own() });
  }

  /** @param asksPassword whether a person waits for it */
  sendNow(asksPassword = false): void {
    clearTimeout(this.#timer);
    if (this.#sending || this.#personId === null || this.#own().length === 0) return;
    this.#sending = true;
    void this.#with
      .alone(() => this.#sendAll(asksPassword))
      .finally(() => {
        this.#sending = false;
        this.#wake();
      });
  }

  async #sendAll(asksPassword: boolean): Promise<void> {
    for (;;) {
      // Read anew each time: another window may have sent it, or somebody taken it back.
      const entry = this.#next();
      if (entry === undefined) return;
      this.state.setState({ sendingId: entry.requestId });
      const stuck = await this.#sendOne(entry, asksPassword);
      this.state.setState({ sendingId: null, stuck });
      this.read();
      if (stuck !== null) return;
    }
  }

  /** @returns why it was not sent */
  async #sendOne(entry: AlarmEntry, asksPassword: boolean): Promise<OutboxState['stuck']> {
    const { send, now, shelf } = this.#with;
    try {
      await send(entry, asksPassword || now() - entry.dueAtMs < freshMs);
    } catch (fault) {
      const problem = problemOf(fault);
      const stuck = whyLater(problem, this.#failures);
      if (stuck !== null) {
        this.#failures += 1;
        return stuck;
      }
      this.#failures = 0;
      shelf.remove(entry.requestId);
      if (this.#personId === entry.personId) this.#tell(entry, problem);
      return null;
    }
    this.#failures = 0;
    shelf.remove(entry.requestId);
    return null;
  }

  #tell(entry: AlarmEntry, problem: SeenProblem): void {
    for (const refusal of this.#refusals) refusal(entry, problem);
  }

  #next(): AlarmEntry | undefined {
    const nowMs = this.#with.now();
    return this.#own().find(({ dueAtMs }) => dueAtMs <= nowMs);
  }

  #own(): readonly AlarmEntry[] {
    return this.#with.shelf.all().filter(({ personId }) => personId === this.#personId);
  }

  /** When the next one may be sent, or is tried again. */
  #wake(): void {
    const own = this.#own();
    const first = own[0];
    clearTimeout(this.#timer);
    if (first === undefined || this.#personId === null) {
      this.state.setState({ stuck: null });
      return;
    }
    const { stuck } = this.state.getState();
    if (stuck === 'password') return;
    const seconds = retrySeconds[Math.min(this.#failures, retrySeconds.length) - 1] ?? 1;
    const dueInMs = Math.min(...own.map(({ dueAtMs }) => dueAtMs)) - this.#with.now();
    this.#timer = setTimeout(
      () => this.sendNow(),
      stuck === 'away' ? seconds * 1000 : Math.max(0, dueInMs),
    );
  }
}

const nothing: OutboxState = { entries: [], sendingId: null, stuck: null };

/** What is no answer to the action itself is tried again. */
function whyLater({ kind }: SeenProblem, failures: number): OutboxState['stuck'] {
  if (kind === 'confirm-needed') return 'password';
  if (kind === 'internal') return failures < mostFaults ? 'away' : null;
  const passing: readonly SeenProblem['kind'][] = [
    'unreachable',
    'timeout',
    'malformed-reply',
    'sign-in-needed',
    'setup-needed',
    'too-many-requests',
  ];
  return passing.includes(kind) ? 'away' : null;
}
