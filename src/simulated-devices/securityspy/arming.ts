import {
  findSchedule,
  type ModeLetter,
  modeLetters,
  overrideArms,
  overrideLastsMs,
  overrides,
} from './schedules.ts';

interface Mode {
  schedule: number;
  override: number;
  overriddenAtMs: number;
}

export interface ModeState {
  readonly schedule: number;
  readonly override: number;
  readonly armed: boolean;
}

export interface ModeChange {
  readonly letter: ModeLetter;
  readonly armed: boolean;
}

/** Whether the three modes of one camera are armed: by a schedule each, and an override for a while. */
export class Arming {
  readonly #wall: (epochMs: number) => Date;
  readonly #modes: Readonly<Record<ModeLetter, Mode>> = {
    C: { schedule: 1, override: 0, overriddenAtMs: 0 },
    M: { schedule: 1, override: 0, overriddenAtMs: 0 },
    A: { schedule: 0, override: 0, overriddenAtMs: 0 },
  };
  #told = new Map<ModeLetter, boolean>();

  /** @param wall the local time of an instant, in the UTC fields of a Date */
  constructor(wall: (epochMs: number) => Date) {
    this.#wall = wall;
  }

  state(letter: ModeLetter, nowMs: number): ModeState {
    const mode = this.#modes[letter];
    this.#endOverride(mode, nowMs);
    const { schedule, override } = mode;
    const armed = override === 0 ? this.#scheduled(schedule, nowMs) : overrideArms(override);
    return { schedule, override, armed };
  }

  /** Unknown schedules and overrides change nothing; absent ones and -1 leave what is. */
  set(letters: string, schedule: number | null, override: number | null, nowMs: number): void {
    for (const letter of modeLetters) {
      if (!letters.includes(letter)) continue;
      const mode = this.#modes[letter];
      if (schedule !== null && findSchedule(schedule) !== null) mode.schedule = schedule;
      if (override !== null && overrides.some(({ id }) => id === override)) {
        mode.override = override;
        mode.overriddenAtMs = nowMs;
      }
    }
  }

  /** The modes whose state is another than when this was last asked. */
  changes(nowMs: number): ModeChange[] {
    const before = this.#told;
    this.#told = new Map(modeLetters.map((letter) => [letter, this.state(letter, nowMs).armed]));
    return [...this.#told].flatMap(([letter, armed]) =>
      before.has(letter) && before.get(letter) !== armed ? [{ letter, armed }] : [],
    );
  }

  #scheduled(id: number, atMs: number): boolean {
    return findSchedule(id)?.armedAt(this.#wall(atMs)) ?? false;
  }

  /** One without an hour ends when the schedule has come to another state than when it began. */
  #endOverride(mode: Mode, nowMs: number): void {
    if (mode.override === 0) return;
    const lastsMs = overrideLastsMs(mode.override);
    const over =
      lastsMs === null
        ? this.#scheduled(mode.schedule, nowMs) !==
          this.#scheduled(mode.schedule, mode.overriddenAtMs)
        : nowMs >= mode.overriddenAtMs + lastsMs;
    if (over) mode.override = 0;
  }
}
