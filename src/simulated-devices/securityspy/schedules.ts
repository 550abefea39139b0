export interface NamedId {
  readonly id: number;
  readonly name: string;
}

export interface Schedule extends NamedId {
  /** `wall` shows the local time in its UTC fields. */
  readonly armedAt: (wall: Date) => boolean;
}

/** The sun of an imaginary site keeps office hours all year. */
const sunriseHour = 7;
const sunsetHour = 17;
const isDay = (wall: Date): boolean =>
  wall.getUTCHours() >= sunriseHour && wall.getUTCHours() < sunsetHour;
const isWeekend = (wall: Date): boolean => wall.getUTCDay() % 6 === 0;

/** 0 to 3 are documented; one that a person made has a number far from them, as captured. */
export const schedules: readonly Schedule[] = [
  { id: 0, name: 'Disarmed 24/7', armedAt: () => false },
  { id: 1, name: 'Armed 24/7', armedAt: () => true },
  { id: 2, name: 'Armed Sunrise To Sunset', armedAt: isDay },
  { id: 3, name: 'Armed Sunset To Sunrise', armedAt: (wall) => !isDay(wall) },
  { id: 20_189, name: 'Nights & weekends', armedAt: (wall) => isWeekend(wall) || !isDay(wall) },
];

export function findSchedule(id: number): Schedule | null {
  return schedules.find((schedule) => schedule.id === id) ?? null;
}

const mostOverride = 14;
const hourMs = 3_600_000;

/** Odd overrides disarm and even ones arm: 1 and 2 until the schedule changes, then 1 to 6 hours. */
export const overrides: readonly NamedId[] = Array.from({ length: mostOverride + 1 }, (_, id) => {
  if (id === 0) return { id, name: 'No Override' };
  const hours = Math.ceil(id / 2) - 1;
  const state = overrideArms(id) ? 'Armed' : 'Disarmed';
  if (hours === 0) return { id, name: `${state} Until Schedule Event` };
  return { id, name: `${state} For ${hours} Hour${hours === 1 ? '' : 's'}` };
});

export function overrideArms(id: number): boolean {
  return id % 2 === 0;
}

/** Null for one that lasts until the schedule changes. */
export function overrideLastsMs(id: number): number | null {
  return id <= 2 ? null : (Math.ceil(id / 2) - 1) * hourMs;
}

export interface SchedulePreset extends NamedId {
  readonly schedules: Readonly<Record<ModeLetter, number>>;
}

/** "Continuous", "Motion" and "Actions". */
export const modeLetters = ['C', 'M', 'A'] as const;
export type ModeLetter = (typeof modeLetters)[number];

/** Ids of presets are large; the second does not fit a signed 32-bit number. */
export const presets: readonly SchedulePreset[] = [
  { id: 1_930_238_093, name: 'Day shift', schedules: { C: 1, M: 0, A: 0 } },
  { id: 3_186_401_225, name: 'Everybody out', schedules: { C: 1, M: 1, A: 1 } },
];
