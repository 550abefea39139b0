import { useCallback } from 'react';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { showToast } from '../../ui/toast-store.ts';
import { textOfInstant, textOfSpan } from './playback-place.ts';
import type { TimelineStore } from './timeline-store.ts';

/** Copies the address of what is seen at this moment, for somebody else or for later. */
export function useLinkToMoment(
  cameraIds: readonly string[],
  clock: MasterClock,
  timeline: TimelineStore,
): () => void {
  return useCallback(() => {
    const { fromMs, toMs } = timeline.getState().view;
    const query = new URLSearchParams({
      cams: cameraIds.join(','),
      t: textOfInstant(clock.state.atMs),
      span: textOfSpan(toMs - fromMs),
    });
    const address = `${location.origin}/playback?${query}`;
    navigator.clipboard
      .writeText(address)
      .then(() => showToast({ tone: 'done', text: t('recordings.link.copied') }))
      .catch(() => showToast({ tone: 'failed', text: t('recordings.link.failed') }));
  }, [cameraIds, clock, timeline]);
}
