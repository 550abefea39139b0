import type { RuleView } from '../../api/alarm-rules.ts';
import { holdsAt } from '../../domain/alarm-rule.ts';
import { zoneOffsetMinutes } from '../../domain/zone-time.ts';

const dayMinutes = 24 * 60;

/** Whether a rule holds at an instant, by the clock on the wall beside the camera. */
export function isWithinHours(rule: RuleView, atMs: number, zone: string): boolean {
  if (rule.hours.length === 0) return true;
  const minutes = Math.floor(atMs / 60_000) + zoneOffsetMinutes(atMs, zone);
  // The first of January 1970 was a Thursday.
  const weekday = (4 + Math.floor(minutes / dayMinutes)) % 7;
  return holdsAt(rule, weekday, minutes % dayMinutes);
}
