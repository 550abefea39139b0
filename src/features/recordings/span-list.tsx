import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { CameraView } from '../../api/camera.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { firstAfter, type Lane } from './lanes.ts';
import type { TimelineView } from './timeline-axis.ts';
import type { TimelineStore } from './timeline-store.ts';

export interface SpanListProps {
  readonly cameras: readonly CameraView[];
  readonly lanes: readonly Lane[];
  readonly timeline: TimelineStore;
  readonly clock: MasterClock;
  readonly zone: string;
}

const mostSpans = 100;

/** What the lanes show, as a list: for whoever cannot see them, and to go to a beginning at once. */
export function SpanList({ cameras, lanes, timeline, clock, zone }: SpanListProps): ReactElement {
  const view = useStore(timeline, (state) => state.view);
  const names = new Map(cameras.map(({ id, name }) => [id, name]));
  return (
    <div className="relative max-h-32 overflow-y-auto border-line border-t px-3 py-2 text-sm">
      {lanes.map((lane) => {
        const spans = spansIn(lane, view);
        return (
          <section key={lane.cameraId}>
            <h3 className="mt-1 font-semibold">{names.get(lane.cameraId)}</h3>
            {spans.length === 0 && <p className="text-text-2">{emptyWords(lane)}</p>}
            <ul className="flex flex-wrap gap-x-4">
              {spans.slice(0, mostSpans).map(([fromMs, toMs]) => (
                <li key={fromMs}>
                  <button
                    type="button"
                    className="min-h-6 tabular-nums underline-offset-2 hover:underline pointer-coarse:min-h-11"
                    onClick={() => clock.seek(fromMs)}
                  >
                    {t('recordings.list.span', {
                      from: momentInZone(fromMs, zone),
                      to: momentInZone(toMs, zone),
                    })}
                  </button>
                </li>
              ))}
            </ul>
            {spans.length > mostSpans && <p className="text-text-2">{t('recordings.list.more')}</p>}
          </section>
        );
      })}
    </div>
  );
}

function spansIn(lane: Lane, view: TimelineView): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let at = firstAfter(lane, view.fromMs); at < lane.begins.length; at += 1) {
    const fromMs = lane.begins[at] ?? 0;
    const toMs = lane.ends[at] ?? fromMs;
    if (fromMs >= view.toMs || found.length > mostSpans) break;
    // A long recording reaches into the view over short ones of another kind that were over before.
    if (toMs <= view.fromMs) continue;
    found.push([Math.max(fromMs, view.fromMs), Math.min(toMs, view.toMs)]);
  }
  return found;
}

function emptyWords({ blocks }: Lane): string {
  const has = (state: Lane['blocks'][number]['state']) =>
    blocks.some((block) => block.state === state);
  if (has('not-offered')) return t('recorded.not-offered');
  if (has('failed')) return t('recordings.lane.failed');
  return has('loading') ? t('recordings.lane.loading') : t('recorded.nothing');
}
