import type { CapturedFile, CaptureKind } from './captured-file.ts';
import { dayMs, instantOf, readDate } from './local-time.ts';

export interface FootageQuery {
  readonly cameras: ReadonlySet<number> | null;
  readonly kinds: ReadonlySet<CaptureKind>;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly results: number;
  readonly continuation: string | null;
}

export interface FootagePage {
  readonly files: readonly CapturedFile[];
  /** Where the next page begins; null on the last one. */
  readonly continuation: string | null;
}

const usualResults = 200;
const mostResults = 5000;
const isoPattern = 'YYYY-MM-DD';

/**
 * A start time as sixteen hex digits, six of them for the year, as captured servers write it; in UTC,
 * so that it never comes twice.
 */
function tokenOf({ startMs }: CapturedFile): string {
  const wall = new Date(startMs);
  const hex = (value: number, digits: number): string =>
    value.toString(16).toUpperCase().padStart(digits, '0');
  return [
    hex(wall.getUTCFullYear(), 6),
    hex(wall.getUTCMonth() + 1, 2),
    hex(wall.getUTCDate(), 2),
    hex(wall.getUTCHours(), 2),
    hex(wall.getUTCMinutes(), 2),
    hex(wall.getUTCSeconds(), 2),
  ].join('');
}

/** The second that a token means; no number where it is none, and then no file follows. */
function secondOf(token: string): number {
  const [, year = '', ...rest] =
    /^([\dA-F]{6})([\dA-F]{2})([\dA-F]{2})([\dA-F]{2})([\dA-F]{2})([\dA-F]{2})$/i.exec(token) ?? [];
  const [month = 1, day = 1, hour = 0, minute = 0, second = 0] = rest.map((hex) =>
    Number.parseInt(hex, 16),
  );
  return Date.UTC(Number.parseInt(year, 16), month - 1, day, hour, minute, second);
}

/** One page of the files, newest first, that a query means. */
export function pageOfFootage(files: readonly CapturedFile[], query: FootageQuery): FootagePage {
  const wanted = files
    .filter(({ cameraNum }) => query.cameras === null || query.cameras.has(cameraNum))
    .filter(({ kind }) => query.kinds.has(kind))
    .filter(({ startMs }) => startMs >= query.fromMs && startMs < query.untilMs);
  const { continuation } = query;
  const firstMs = continuation === null ? null : secondOf(continuation) + 999;
  const rest = firstMs === null ? wanted : wanted.filter(({ startMs }) => startMs <= firstMs);
  const next = rest[query.results];
  return {
    files: rest.slice(0, query.results),
    continuation: next === undefined ? null : tokenOf(next),
  };
}

/** The time span of `ageText`, and of two dates, the second included, in any of their spellings. */
export function spanOf(
  query: URLSearchParams,
  datePattern: string,
  zone: string,
  nowMs: number,
): Pick<FootageQuery, 'fromMs' | 'untilMs'> {
  const dayOf = (number: 1 | 2): number | null => {
    const text = query.get(`date${number}Text`) ?? query.get(`date${number}`) ?? '';
    const pattern = /^\d{4}-/.test(text) ? isoPattern : datePattern;
    return readDate(text, pattern);
  };
  const first = dayOf(1);
  const last = dayOf(2);
  const age = Number(query.get('ageText') ?? '');
  const youngest = query.get('ageText') !== null && age > 0 ? nowMs - age * dayMs : 0;
  return {
    fromMs: Math.max(youngest, first === null ? 0 : instantOf(first, zone)),
    untilMs: last === null ? Number.POSITIVE_INFINITY : instantOf(last + dayMs, zone),
  };
}

/** `results` as a count, 200 unless asked. */
export function resultsOf(query: URLSearchParams): number {
  const asked = Number(query.get('results') ?? usualResults);
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, mostResults) : usualResults;
}
