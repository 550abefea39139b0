import { type KeyboardEvent, type PointerEvent, type ReactElement, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { classNames } from '../../ui/class-names.ts';
import { rulerHeight } from './lane-look.ts';
import { instantOf, pixelOf, showing } from './timeline-axis.ts';
import type { TimelineStore } from './timeline-store.ts';

export interface SelectionEdgesProps {
  readonly timeline: TimelineStore;
  readonly zone: string;
  /** Nothing later than its end can be chosen. */
  readonly clock: Pick<MasterClock, 'ends'>;
}

/** A handle at either end of the time that is chosen, to be dragged or moved by arrow keys. */
export function SelectionEdges(props: SelectionEdgesProps): ReactElement | null {
  const isChosen = useStore(props.timeline, ({ selection }) => selection !== null);
  if (!isChosen) return null;
  return (
    // Above the lanes also where they are scrolled.
    <div className="sticky top-0 z-10 h-0">
      <SelectionEdge {...props} end="fromMs" />
      <SelectionEdge {...props} end="toMs" />
    </div>
  );
}

const secondMs = 1000;
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

function SelectionEdge(
  props: SelectionEdgesProps & { readonly end: 'fromMs' | 'toMs' },
): ReactElement {
  const { timeline, zone, clock, end } = props;
  const latestMs = clock.ends.toMs;
  const place = useRef<HTMLDivElement>(null);
  /** How far from the edge somebody took hold of it, in pixels. */
  const held = useRef(0);
  const atMs = useStore(timeline, ({ selection }) => selection?.[end] ?? 0);
  useEffect(() => {
    // By hand: the view moves with every frame, and no frame waits for React.
    const follow = () => {
      const { view, selection } = timeline.getState();
      const element = place.current;
      if (!element || !selection) return;
      const share = pixelOf(view, 100, selection[end]);
      element.style.setProperty('--at', `${share}%`);
      element.style.visibility = share < 0 || share > 100 ? 'hidden' : 'visible';
    };
    follow();
    return timeline.subscribe(follow);
  }, [timeline, end]);
  const moveTo = (ms: number) => {
    const { selection } = timeline.getState();
    if (!selection) return;
    const { fromMs, toMs } = selection;
    const next =
      end === 'fromMs'
        ? { fromMs: Math.min(ms, toMs - secondMs), toMs }
        : { fromMs, toMs: Math.max(fromMs + secondMs, Math.min(ms, clock.ends.toMs)) };
    timeline.setState({ selection: next });
  };
  const take = (event: PointerEvent) => {
    const box = place.current?.parentElement?.getBoundingClientRect();
    if (event.button !== 0 || !box) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { view } = timeline.getState();
    held.current = event.clientX - box.left - pixelOf(view, box.width, atMs);
    timeline.setState({ follows: false });
  };
  const drag = (event: PointerEvent) => {
    const box = place.current?.parentElement?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { view } = timeline.getState();
    moveTo(instantOf(view, box.width, event.clientX - box.left - held.current));
  };
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    // The arrows are of this handle now, not of the head.
    event.preventDefault();
    event.stopPropagation();
    moveTo(atMs + step * (event.shiftKey ? 60 : 1) * secondMs);
    const { view, selection } = timeline.getState();
    if (selection) timeline.setState({ view: showing(view, selection[end]), follows: false });
  };
  return (
    <div
      ref={place}
      role="slider"
      tabIndex={0}
      aria-label={t(end === 'fromMs' ? 'recordings.selection.from' : 'recordings.selection.to')}
      aria-valuetext={`${momentInZone(atMs, zone)} ${zone}`}
      aria-valuenow={Math.floor(atMs / secondMs)}
      aria-valuemin={0}
      aria-valuemax={Math.floor(latestMs / secondMs)}
      style={{ height: rulerHeight }}
      className={classNames(
        'absolute top-0 flex w-6 cursor-ew-resize touch-none items-end pointer-coarse:w-11',
        // Beside the chosen time, so that both can be held however short it is; never out of sight.
        end === 'fromMs'
          ? 'left-[clamp(0px,calc(var(--at)-1.5rem),calc(100%-1.5rem))] justify-end pointer-coarse:left-[clamp(0px,calc(var(--at)-2.75rem),calc(100%-2.75rem))]'
          : 'left-[clamp(0px,var(--at),calc(100%-1.5rem))] justify-start pointer-coarse:left-[clamp(0px,var(--at),calc(100%-2.75rem))]',
      )}
      onPointerDown={take}
      onPointerMove={drag}
      onKeyDown={press}
    >
      <span
        aria-hidden
        className={classNames(
          'flex h-6 w-4 items-center justify-center bg-accent font-bold text-black text-xs pointer-coarse:w-6',
          end === 'fromMs' ? 'rounded-s-sm' : 'rounded-e-sm',
        )}
      >
        {end === 'fromMs' ? '[' : ']'}
      </span>
    </div>
  );
}
