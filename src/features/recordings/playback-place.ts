/** Where somebody is among the recordings, as it stands in the address. */
export interface PlaybackPlace {
  /** Ids with commas; empty for the first few. */
  readonly cams: string;
  /** An instant of UTC; empty for a minute ago. */
  readonly t: string;
  /** How much of time is seen, such as `1h`. */
  readonly span: string;
  readonly speed: string;
  readonly zone: ZoneChoice;
  /** Begins to play at once. */
  readonly plays: boolean;
  /** Hurries through what is quiet. */
  readonly skipsQuiet: boolean;
}

/** Of the cameras, of this computer, or of neither. */
export const zoneChoices = ['site', 'mine', 'utc'] as const;
export type ZoneChoice = (typeof zoneChoices)[number];

/** So many of the first cameras are played. */
export const mostPlayers = 9;
/** So many have a lane on the timeline. */
export const mostLanes = 64;
export const speeds = [0.25, 0.5, 1, 2, 4, 8, 16] as const;
const units = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const usualSpanMs = units.h;

export function camerasOf({ cams }: Pick<PlaybackPlace, 'cams'>): string[] {
  return [...new Set(cams.split(',').filter(Boolean))].slice(0, mostLanes);
}

/** @returns null where the address names none, or one that is no time */
export function instantOfPlace({ t }: Pick<PlaybackPlace, 't'>): number | null {
  const atMs = t === '' ? Number.NaN : Date.parse(t);
  return Number.isNaN(atMs) ? null : atMs;
}

/** `2026-11-20T22:14:05Z`, with milliseconds where there are any. */
export function textOfInstant(atMs: number): string {
  return new Date(Math.round(atMs)).toISOString().replace('.000Z', 'Z');
}

export function spanOf({ span }: Pick<PlaybackPlace, 'span'>): number {
  const [, count, unit] = /^(\d{1,5})([smhd])$/.exec(span) ?? [];
  const ms = Number(count) * units[unit as keyof typeof units];
  return ms > 0 ? Math.max(units.s, Math.min(31 * units.d, ms)) : usualSpanMs;
}

/** The largest unit that says it in whole numbers, to a tenth or so. */
export function textOfSpan(ms: number): string {
  const isTold = (name: keyof typeof units) => ms >= units[name] * 3 || ms === units[name];
  const unit = (['d', 'h', 'm'] as const).find(isTold) ?? 's';
  return `${Math.max(1, Math.round(ms / units[unit]))}${unit}`;
}

export function speedOf({ speed }: Pick<PlaybackPlace, 'speed'>): number {
  return speeds.find((each) => String(each) === speed) ?? 1;
}
