/** What is to become of exports until it is said otherwise; `{}` puts all of it right again. */
export interface ExportHabits {
  /** Of `ready` where it is above -1000, else of `end` after the first file. */
  readonly code: number | null;
  /** The next download breaks off after so many bytes. */
  readonly cutAfterBytes: number | null;
  readonly bytesPerSecond: number | null;
  /** Each file is this long and made up. */
  readonly sizeBytes: number | null;
  readonly ttlMs: number;
  /** Hangs up on the socket once a file is written. */
  readonly hangsUp: boolean;
}

export const usualHabits: ExportHabits = {
  code: null,
  cutAfterBytes: null,
  bytesPerSecond: null,
  sizeBytes: null,
  ttlMs: 10_000,
  hangsUp: false,
};

const mostBytes = 4 * 1024 ** 3;
const numbers = ['code', 'cutAfterBytes', 'bytesPerSecond', 'sizeBytes', 'ttlMs'] as const;

/** `{"code"?, "cutAfterBytes"?, "bytesPerSecond"?, "sizeBytes"?, "ttlMs"?, "hangsUp"?}`; null for nonsense. */
export function readHabits(fields: Readonly<Record<string, unknown>>): ExportHabits | null {
  const given: Record<string, number | boolean> = {};
  for (const name of numbers) {
    const value = fields[name];
    if (value === undefined) continue;
    if (typeof value !== 'number' || !Number.isInteger(value) || value > mostBytes) return null;
    given[name] = value;
  }
  if (typeof fields.hangsUp === 'boolean') given.hangsUp = fields.hangsUp;
  return { ...usualHabits, ...given };
}
