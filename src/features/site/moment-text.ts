import { isoInZone } from '../../domain/zone-time.ts';

/** `14:05:12` where it is of the same day, else with the date before it. */
export function momentText(atMs: number, nowMs: number, zone: string): string {
  const [date, time = ''] = isoInZone(atMs, zone).split('T');
  const clock = time.slice(0, 8);
  return isoInZone(nowMs, zone).startsWith(`${date}T`) ? clock : `${date} ${clock}`;
}
