import type { RuleContent } from '../../api/alarm-rules.ts';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { clockText, everyDay } from './rule-draft.ts';

const mostNamed = 2;

/** Which cameras a rule looks at, in words. */
export function camerasText(cameraIds: readonly string[], cameras: readonly CameraView[]): string {
  if (cameraIds.length === 0) return t('rules.cameras.all');
  const names = cameraIds.flatMap((id) => cameras.find((camera) => camera.id === id)?.name ?? []);
  const rest = cameraIds.length - Math.min(names.length, mostNamed);
  const named = names.slice(0, mostNamed).join(', ');
  if (named === '') return t('rules.cameras.unseen', { count: cameraIds.length });
  return rest === 0 ? named : t('rules.cameras.more', { named, count: rest });
}

/** When a rule holds, in words. */
export function hoursText(hours: RuleContent['hours']): string {
  if (hours.length === 0) return t('rules.hours.always');
  return hours
    .map(({ days, fromMinute, toMinute }) =>
      t('rules.hours.line', {
        days: daysText(days),
        from: clockText(fromMinute),
        to: toMinute === 24 * 60 ? '24:00' : clockText(toMinute),
        late: fromMinute > toMinute ? 'yes' : 'no',
      }),
    )
    .join('; ');
}

/** Neighbouring days are told from the first to the last. */
function daysText(days: readonly number[]): string {
  if (days.length === 7) return t('rules.days.all');
  const runs: number[][] = [];
  for (const [position, day] of everyDay.entries()) {
    if (!days.includes(day)) continue;
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === everyDay[position - 1]) run.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => {
      const [first, last] = [dayName(run[0]), dayName(run.at(-1))];
      return run.length > 2
        ? t('rules.days.run', { first, last })
        : run.map((day) => dayName(day)).join(', ');
    })
    .join(', ');
}

/** The fourth of January 1970 was a Sunday. */
export function dayName(day: number | undefined, width: 'short' | 'long' = 'short'): string {
  const format = new Intl.DateTimeFormat('en', { weekday: width, timeZone: 'UTC' });
  return format.format(Date.UTC(1970, 0, 4 + (day ?? 0)));
}
