import type { AlarmView } from '../../api/alarms.ts';
import type { AlarmPolicy } from '../../domain/view.ts';
import { camerasOf, needsLook, type ShownAlarm, urgentFirst } from './alarm-order.ts';

/** How long one of several is shown before the next. */
const turnMs = 10_000;
/** One that has just come into view stays at least so long when another of its kind arrives. */
const leastTurnMs = 3000;
/** Nobody at an unattended screen can acknowledge: it gives the wall back by itself. */
const unattendedMs = 30_000;

/** A pointer tells of itself far more often. */
const noticedMs = 250;

export interface WallClock {
  readonly now: () => number;
  /** @returns the way to call it off */
  readonly after: (ms: number, call: () => void) => () => void;
}

const windowClock: WallClock = {
  now: () => Date.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

export interface WallSituation {
  readonly policy: AlarmPolicy;
  /** Whether somebody sits at it; an unattended wall shows each alarm for a while only. */
  readonly attended: boolean;
  /** All that are open. */
  readonly alarms: readonly AlarmView[];
  /** In a flood only what is critical takes anything over. */
  readonly flood: boolean;
  /** Cameras that this window may show. */
  readonly known: ReadonlySet<string>;
  /** Cameras that have a tile. */
  readonly onWall: ReadonlySet<string>;
}

export interface WallAlarmView {
  /** By camera with a tile, the most urgent alarm of it. */
  readonly marks: ReadonlyMap<string, AlarmView>;
  /** What is shown large, or in the hot spot. */
  readonly shown: ShownAlarm | null;
  /** What would be shown if nobody had hands on the wall. */
  readonly waiting: AlarmView | null;
  /** Those that no tile and no spot shows, most urgent first. */
  readonly elsewhere: readonly AlarmView[];
}

const quiet: WallSituation = {
  policy: 'none',
  attended: true,
  alarms: [],
  flood: false,
  known: new Set(),
  onWall: new Set(),
};
const nothingShown: WallAlarmView = {
  marks: new Map(),
  shown: null,
  waiting: null,
  elsewhere: [],
};

/** What this wall remembers of an alarm, for as long as it wants to be looked at. */
interface Memory {
  readonly sinceMs: number;
  spentMs: number;
  hadTurn: boolean;
  dismissed: boolean;
}

/**
 * Decides what alarms do to one wall. The most urgent come first, of these the newest; several take
 * turns. While somebody has hands on the wall nothing comes, changes or goes.
 */
export class WallAlarms {
  private readonly clock: WallClock;
  private readonly listeners = new Set<() => void>();
  private readonly memories = new Map<string, Memory>();
  private situation = quiet;
  private heldUntilMs = Number.NEGATIVE_INFINITY;
  private turn: { readonly alarmId: string; readonly sinceMs: number } | null = null;
  private view = nothingShown;
  private callOff: () => void = () => undefined;

  constructor(clock: WallClock = windowClock) {
    this.clock = clock;
  }

  readonly get = (): WallAlarmView => this.view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  update(situation: WallSituation): void {
    this.situation = situation;
    this.decide();
  }

  /** Somebody has hands on the wall; `Infinity` until {@link release}. */
  hold(untilMs: number): void {
    if (untilMs < this.heldUntilMs + noticedMs) return;
    this.heldUntilMs = untilMs;
    this.decide();
  }

  release(untilMs: number): void {
    this.heldUntilMs = untilMs;
    this.decide();
  }

  /** Gives the wall back here, without acknowledging anything. */
  dismiss(alarmId: string): void {
    this.memory(alarmId).dismissed = true;
    if (this.turn?.alarmId === alarmId) this.turn = null;
    this.decide();
  }

  stop(): void {
    this.callOff();
  }

  private decide(): void {
    this.callOff();
    const nowMs = this.clock.now();
    const { policy, alarms, onWall } = this.situation;
    const open = policy === 'none' ? [] : alarms.filter(needsLook).sort(urgentFirst);
    for (const id of this.memories.keys()) {
      if (!open.some((alarm) => alarm.id === id)) this.memories.delete(id);
    }
    const takesOver = policy === 'spotlight' || policy === 'hotspot';
    const pool = takesOver ? this.pool(open, nowMs) : [];
    const held = nowMs < this.heldUntilMs;
    if (!takesOver) this.turn = null;
    else if (!held) this.takeTurn(pool, nowMs);
    const shown = this.shown(held);
    const wakeAtMs = held ? this.heldUntilMs : this.nextChangeMs(pool);
    if (Number.isFinite(wakeAtMs)) {
      this.callOff = this.clock.after(Math.max(1, wakeAtMs - nowMs), () => this.decide());
    }
    const isShown = (alarm: AlarmView) => alarm.id === shown?.alarm.id;
    const hasTile = (alarm: AlarmView) => camerasOf(alarm).some((id) => onWall.has(id));
    this.tell({
      marks: marksOf(open, onWall),
      shown,
      waiting: held ? (pool.find((alarm) => !isShown(alarm)) ?? null) : null,
      elsewhere: open.filter((alarm) => !isShown(alarm) && !hasTile(alarm)),
    });
  }

  /** Those that may take over now: of the highest priority that there is. */
  private pool(open: readonly AlarmView[], nowMs: number): readonly AlarmView[] {
    const { flood, attended } = this.situation;
    const may = open.filter((alarm) => {
      const { dismissed } = this.memory(alarm.id);
      const spent = !attended && this.spentMs(alarm.id, nowMs) >= unattendedMs;
      return (
        !dismissed && !spent && (!flood || alarm.priority === 1) && this.camera(alarm) !== null
      );
    });
    return may.filter(({ priority }) => priority === may[0]?.priority);
  }

  private takeTurn(pool: readonly AlarmView[], nowMs: number): void {
    const { turn } = this;
    const at = pool.findIndex(({ id }) => id === turn?.alarmId);
    if (turn === null || at < 0) {
      this.begin(pool[0], nowMs);
      return;
    }
    const forMs = nowMs - turn.sinceMs;
    const newcomer = pool.find((alarm) => this.isNewcomer(alarm, turn.sinceMs));
    if (newcomer !== undefined && forMs >= leastTurnMs) this.begin(newcomer, nowMs);
    else if (pool.length > 1 && forMs >= turnMs) this.begin(pool[(at + 1) % pool.length], nowMs);
  }

  private begin(alarm: AlarmView | undefined, nowMs: number): void {
    if (this.turn !== null) {
      const memory = this.memories.get(this.turn.alarmId);
      if (memory !== undefined) memory.spentMs += nowMs - this.turn.sinceMs;
    }
    this.turn = alarm === undefined ? null : { alarmId: alarm.id, sinceMs: nowMs };
    if (alarm !== undefined) this.memory(alarm.id).hadTurn = true;
  }

  private isNewcomer({ id }: AlarmView, turnSinceMs: number): boolean {
    const { hadTurn, sinceMs } = this.memory(id);
    return !hadTurn && sinceMs > turnSinceMs;
  }

  private nextChangeMs(pool: readonly AlarmView[]): number {
    const { turn } = this;
    if (turn === null) return Number.POSITIVE_INFINITY;
    const { sinceMs } = turn;
    const waits = pool.some((alarm) => this.isNewcomer(alarm, sinceMs));
    const times = [Number.POSITIVE_INFINITY];
    if (waits) times.push(sinceMs + leastTurnMs);
    if (pool.length > 1) times.push(sinceMs + turnMs);
    if (!this.situation.attended) {
      times.push(sinceMs + unattendedMs - this.memory(turn.alarmId).spentMs);
    }
    return Math.min(...times);
  }

  /** One that was closed meanwhile stays in view as it was while somebody has hands on the wall. */
  private shown(held: boolean): ShownAlarm | null {
    const { turn } = this;
    if (turn === null) return null;
    const current = this.situation.alarms.find(({ id }) => id === turn.alarmId);
    const last = this.view.shown;
    const alarm = current ?? (held && last?.alarm.id === turn.alarmId ? last.alarm : undefined);
    const cameraId = alarm === undefined ? null : this.camera(alarm);
    return alarm === undefined || cameraId === null ? null : { alarm, cameraId };
  }

  private camera(alarm: AlarmView): string | null {
    return camerasOf(alarm).find((id) => this.situation.known.has(id)) ?? null;
  }

  private spentMs(alarmId: string, nowMs: number): number {
    const running = this.turn?.alarmId === alarmId ? nowMs - this.turn.sinceMs : 0;
    return this.memory(alarmId).spentMs + running;
  }

  private memory(alarmId: string): Memory {
    const known = this.memories.get(alarmId);
    if (known !== undefined) return known;
    const made = { sinceMs: this.clock.now(), spentMs: 0, hadTurn: false, dismissed: false };
    this.memories.set(alarmId, made);
    return made;
  }

  private tell(view: WallAlarmView): void {
    if (sameView(view, this.view)) return;
    this.view = view;
    for (const listener of this.listeners) listener();
  }
}

function marksOf(open: readonly AlarmView[], onWall: ReadonlySet<string>) {
  const marks = new Map<string, AlarmView>();
  for (const alarm of open) {
    for (const id of camerasOf(alarm)) {
      if (onWall.has(id) && !marks.has(id)) marks.set(id, alarm);
    }
  }
  return marks;
}

/** An alarm that only counts on draws nothing anew. */
function sameView(one: WallAlarmView, other: WallAlarmView): boolean {
  const key = ({ marks, shown, waiting, elsewhere }: WallAlarmView) =>
    JSON.stringify([
      [...marks].map(([cameraId, alarm]) => [cameraId, alarm.id, alarm.priority, alarm.active]),
      shown && [shown.cameraId, shown.alarm.number],
      waiting?.id,
      elsewhere.map(({ id }) => id),
    ]);
  return key(one) === key(other);
}
