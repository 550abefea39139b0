import type { ReactElement } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { type RecordingKind, recordingKinds } from '../../domain/recording.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { firstAfter } from './join-spans.ts';
import { type LaneLack, lackOf } from './lane-lack.ts';
import type { Lane } from './lanes.ts';
import type { TimelineView } from './timeline-axis.ts';
import type { TimelineStore } from './timeline-store.ts';
import { useRestingView } from './use-resting-view.ts';

export interface SpanListProps {
  readonly cameras: readonly CameraView[];
  readonly lanes: readonly Lane[];
  readonly timeline: TimelineStore;
  readonly clock: MasterClock;
  readonly zone: string;
}

const mostSpans = 100;
/** Of all cameras together: who has dozens of them is not read thousands of lines. */
const mostSpansInAll = 600;

/** What the lanes show, as a list: for whoever cannot see them, and to go to a beginning at once. */
export function SpanList({ cameras, lanes, timeline, clock, zone }: SpanListProps): ReactElement {
  const [fromMs = 0, toMs = 0] = useRestingView(timeline, viewText).split(' ').map(Number);
  const most = Math.max(1, Math.min(mostSpans, Math.floor(mostSpansInAll / lanes.length)));
  const names = new Map(cameras.map(({ id, name }) => [id, name]));
  return (
    <div className="relative max-h-32 overflow-y-auto border-line border-t px-3 py-2 text-sm">
      {lanes.map((lane) => {
        const spans = spansIn(lane, { fromMs, toMs }, most);
        const lack = lackOf(lane.blocks, { fromMs, toMs });
        return (
          <section key={lane.cameraId}>
            <h3 className="mt-1 font-semibold">{names.get(lane.cameraId)}</h3>
            <ul className="flex flex-wrap gap-x-4">
              {spans.slice(0, most).map(({ kind, fromMs: beginMs, toMs: endMs }) => (
                <li key={`${kind} ${beginMs}`}>
                  <button
                    type="button"
                    className="min-h-6 tabular-nums underline-offset-2 hover:underline pointer-coarse:min-h-11"
                    onClick={() => clock.seek(beginMs)}
                  >
                    {t('recordings.list.kind', {
                      kind,
                      span: t('recordings.list.span', {
                        from: momentInZone(beginMs, zone),
                        to: momentInZone(endMs, zone),
                      }),
                    })}
                  </button>
                </li>
              ))}
            </ul>
            {(lack !== null || spans.length === 0) && (
              <p className="text-text-2">{t(words[lack ?? 'nothing'])}</p>
            )}
            {spans.length > most && <p className="text-text-2">{t('recordings.list.more')}</p>}
          </section>
        );
      })}
    </div>
  );
}

interface ListedSpan extends TimelineView {
  readonly kind: RecordingKind;
}

/** In their order, one more than are asked for where there are more. */
function spansIn({ ofKind }: Lane, view: TimelineView, most: number): ListedSpan[] {
  const found = recordingKinds.flatMap((kind) => {
    const spans = ofKind.get(kind);
    const own: ListedSpan[] = [];
    for (let at = spans ? firstAfter(spans, view.fromMs) : 0; own.length <= most; at += 1) {
      const beginMs = spans?.begins[at];
      const endMs = spans?.ends[at];
      if (beginMs === undefined || endMs === undefined || beginMs >= view.toMs) break;
      const [fromMs, toMs] = [Math.max(beginMs, view.fromMs), Math.min(endMs, view.toMs)];
      own.push({ kind, fromMs, toMs });
    }
    return own;
  });
  return found.sort((one, other) => one.fromMs - other.fromMs).slice(0, most + 1);
}

const words = {
  'not-offered': 'recorded.not-offered',
  failed: 'recordings.lane.failed',
  loading: 'recordings.lane.loading',
  untold: 'recordings.list.untold',
  nothing: 'recorded.nothing',
} as const satisfies Record<LaneLack | 'nothing', string>;

function viewText({ fromMs, toMs }: TimelineView): string {
  return `${fromMs} ${toMs}`;
}
