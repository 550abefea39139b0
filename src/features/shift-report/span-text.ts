const units = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1000 },
] as const;

/** A duration in its two largest units, e.g. `1 hr 5 min`; `0 sec` for none. */
export function spanText(spanMs: number, locale = document.documentElement.lang): string {
  const roundMs = Math.round(spanMs / 1000) * 1000;
  const first = units.findIndex(({ ms }) => roundMs >= ms);
  const shown = units.slice(first < 0 ? -1 : first).slice(0, 2);
  let leftMs = roundMs;
  const parts = shown.map(({ unit, ms }, index) => {
    const count = Math.floor(leftMs / ms);
    leftMs -= count * ms;
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' });
    return index > 0 && count === 0 ? '' : format.format(count);
  });
  return parts.filter(Boolean).join(' ');
}
