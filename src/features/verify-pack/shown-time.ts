/**
 * A time of a manifest as people read it: `2026-10-25 02:59:59 (UTC+02:00)`. It is shown as it was
 * signed, in its own zone, and what is no such time as it stands there.
 */
export function shownTime(iso: string): string {
  const [, day, clock, zone] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(iso) ?? [];
  if (zone === undefined) return iso;
  return `${day} ${clock} (UTC${zone === 'Z' ? '' : zone})`;
}
