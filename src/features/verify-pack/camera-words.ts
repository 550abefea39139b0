import { problemSchema } from '../../api/problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';

/** What it takes for a clock to count as wrong; it is measured to about this. */
const exactMs = 1000;

/** @param offsetMs clock of the device minus that of the control room; null where it is not known */
export function clockText(offsetMs: number | null): string {
  if (offsetMs === null) return t('verify.clock.unknown');
  if (Math.abs(offsetMs) < exactMs) return t('verify.clock.right');
  const seconds = Math.round(Math.abs(offsetMs) / 100) / 10;
  return t(offsetMs > 0 ? 'verify.clock.ahead' : 'verify.clock.behind', { seconds });
}

/** Why a camera did not give all of it. @param problem as the manifest has it */
export function lackText(problem: string): string {
  if (problem === 'no-footage') return t('verify.camera.no-footage');
  // The pack of a newer product may know reasons for which there are no words here.
  const { data: reason = 'internal' } = problemSchema.shape.reason.safeParse(problem);
  return problemText({ kind: 'internal', reason }).what;
}
