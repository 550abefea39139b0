const units = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

/** A duration in its largest unit, e.g. `5 min`; seconds below a minute. */
export function durationText(durationMs: number, locale = document.documentElement.lang): string {
  const { unit, count } = largestUnit(durationMs);
  return numbers(locale, unit).format(count);
}

/** How long ago, e.g. `5 minutes ago`; `now` where it is only just past. */
export function agoText(durationMs: number, locale = document.documentElement.lang): string {
  const { unit, count } = largestUnit(durationMs);
  return times(locale).format(-count, unit);
}

// A format takes longer to be made than to be used, and a list of events uses it for every line.
const numbers = remembered(
  (locale: string, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }),
);
const times = remembered(
  (locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
);

function remembered<Names extends readonly string[], Made>(make: (...names: Names) => Made) {
  const made = new Map<string, Made>();
  return (...names: Names): Made => {
    const key = names.join(' ');
    const known = made.get(key) ?? make(...names);
    made.set(key, known);
    return known;
  };
}

function largestUnit(durationMs: number) {
  const positiveMs = Math.max(0, durationMs);
  const found = units.find(({ ms }) => positiveMs >= ms);
  if (found === undefined) {
    return { unit: 'second', count: Math.floor(positiveMs / 1000) } as const;
  }
  return { unit: found.unit, count: Math.floor(positiveMs / found.ms) } as const;
}
