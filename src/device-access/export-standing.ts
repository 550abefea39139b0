import type { ExportView } from '../api/exports.ts';

type Told = Pick<ExportView, 'state' | 'cameras'>;

/** Whether there is something to download. */
export function hasPack({ state, cameras }: Told): boolean {
  return (state === 'done' || state === 'failed') && cameras.some(({ files }) => files > 0);
}

/** One that failed and has a pack all the same is not complete; one without a fault found nothing. */
export function standingOf(found: Told) {
  if (found.state !== 'failed') return found.state;
  if (hasPack(found)) return 'partly';
  return found.cameras.some(({ state }) => state === 'failed') ? 'failed' : 'nothing';
}
