const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds and tenths of the minute, `:37.4`. */
export function minuteClock(millisecondOfMinute: number): string {
  const tenths = Math.floor(millisecondOfMinute / 100);
  return `:${two(Math.floor(tenths / 10))}.${tenths % 10}`;
}

/** `2026-11-21 05:47:58.3` in a zone that lies `zoneOffsetMs` ahead of UTC. */
export function dateClock(epochMs: number, zoneOffsetMs: number): string {
  const iso = new Date(epochMs + zoneOffsetMs).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 21)}`;
}
