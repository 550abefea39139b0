import { zoneOffsetMinutes } from './zone-time.ts';

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/**
 * The instant at which clocks in a zone show a time such as `2026-11-25T22:14`. A time that they show
 * twice is the first of the two; one that they leave out is as long after the leap as it says.
 * @returns null for a text of another form
 */
export function epochOfLocal(text: string, zone: string): number | null {
  const asUtc = form.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  const dayMs = 24 * 60 * 60_000;
  const before = asUtc - zoneOffsetMinutes(asUtc - dayMs, zone) * 60_000;
  if (shows(before, asUtc, zone)) return before;
  const after = asUtc - zoneOffsetMinutes(asUtc + dayMs, zone) * 60_000;
  return shows(after, asUtc, zone) ? after : before;
}

function shows(epochMs: number, asUtc: number, zone: string): boolean {
  return epochMs + zoneOffsetMinutes(epochMs, zone) * 60_000 === asUtc;
}
