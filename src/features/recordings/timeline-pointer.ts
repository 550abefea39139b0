import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import type { EventMark } from './event-mark.ts';
import { rulerHeight } from './lane-look.ts';
import { centred, instantOf, panned, pixelOf, type TimelineView, zoomed } from './timeline-axis.ts';
import type { TimelineStore } from './timeline-store.ts';

/** Less is a click. */
const dragFromPixels = 4;
/** A thumb may take the head from so far. */
const grabPixels = { touch: 22, pen: 12, mouse: 5 } as const;
const wheelStep = 0.0016;
const nearer = 0.25;
/** As much is seen of what is around an event that somebody comes near to. */
const aroundMarkMs = 120_000;

type Drag =
  | { readonly kind: 'scrub' }
  | Pan
  | { readonly kind: 'select'; readonly beganMs: number }
  | { readonly kind: 'pinch'; distance: number };

interface Pan {
  readonly kind: 'pan';
  readonly x: number;
  readonly y: number;
  readonly scrollTop: number;
  moved: boolean;
  fromMs: number;
  toMs: number;
}

export interface PointedTimeline {
  readonly canvas: HTMLCanvasElement;
  /** In which the lanes scroll beneath the ruler. */
  readonly scroller: HTMLElement;
  readonly store: TimelineStore;
  readonly clock: MasterClock;
  /** Whose lane is so far below the top of the canvas; null on the ruler and on that of all cameras. */
  readonly cameraAt: (y: number) => string | null;
  readonly markAt: (place: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
  }) => EventMark | null;
}

/**
 * What a pointer does on a timeline: it scrubs on the ruler and at the head, pans elsewhere, selects
 * with Shift, and zooms by the wheel or with two fingers.
 */
export function handlePointers(pointed: PointedTimeline): () => void {
  const { canvas, scroller, store, clock, cameraAt, markAt } = pointed;
  const ending = new AbortController();
  const options = { signal: ending.signal };
  const pointers = new Map<number, number>();
  let drag: Drag | null = null;

  const place = (event: MouseEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top, width: box.width };
  };
  const instantAt = (event: MouseEvent) => {
    const { x, width } = place(event);
    return instantOf(store.getState().view, width, x);
  };
  const spread = () => {
    const [one = 0, other = 0] = pointers.values();
    return { distance: Math.max(1, Math.abs(one - other)), middle: (one + other) / 2 };
  };

  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { view } = store.getState();
      const { x, width } = place(event);
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      const pixels = sideways ? event.deltaX || event.deltaY : event.deltaY;
      const next = sideways
        ? panned(view, (pixels / width) * (view.toMs - view.fromMs))
        : zoomed(view, Math.exp(pixels * wheelStep), instantOf(view, width, x));
      store.setState({ view: next, follows: false });
    },
    { passive: false, signal: ending.signal },
  );
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      const { x, y, width } = place(event);
      canvas.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, x);
      const { view } = store.getState();
      const head = pixelOf(view, width, clock.state.atMs);
      if (pointers.size === 2) drag = { kind: 'pinch', distance: spread().distance };
      else if (event.shiftKey) drag = { kind: 'select', beganMs: instantAt(event) };
      else if (y < rulerHeight || Math.abs(x - head) < grabOf(event.pointerType))
        drag = { kind: 'scrub' };
      else drag = { kind: 'pan', x, y, scrollTop: scroller.scrollTop, moved: false, ...view };
      if (drag.kind === 'scrub') clock.seek(instantAt(event));
    },
    options,
  );
  canvas.addEventListener(
    'pointermove',
    (event) => {
      const { x, y, width } = place(event);
      const hoverMs = pointers.size < 2 ? instantAt(event) : null;
      store.setState({
        hoverMs,
        hovered: markAt({ x, y, width }),
        hoverCameraId: cameraAt(y),
        hoverX: event.clientX,
        hoverPressed: pointers.has(event.pointerId),
      });
      if (!pointers.has(event.pointerId)) return;
      pointers.set(event.pointerId, x);
      if (drag?.kind === 'scrub') clock.seek(instantAt(event));
      else if (drag?.kind === 'select')
        store.setState({ selection: ordered(drag.beganMs, instantAt(event)) });
      else if (drag?.kind === 'pan') {
        drag.moved ||= Math.hypot(x - drag.x, y - drag.y) >= dragFromPixels;
        if (!drag.moved) return;
        scroller.scrollTop = drag.scrollTop + drag.y - y;
        const byMs = ((drag.x - x) / width) * (drag.toMs - drag.fromMs);
        store.setState({ view: panned(drag, byMs), follows: false });
      } else if (drag?.kind === 'pinch' && pointers.size === 2) {
        const { distance, middle } = spread();
        const { view } = store.getState();
        const next = zoomed(view, drag.distance / distance, instantOf(view, width, middle));
        drag.distance = distance;
        store.setState({ view: next, follows: false });
      }
    },
    options,
  );
  const leave = (event: PointerEvent) => {
    if (drag?.kind === 'pan' && !drag.moved && event.type === 'pointerup') {
      clock.seek(instantAt(event));
    }
    pointers.delete(event.pointerId);
    drag = null;
  };
  canvas.addEventListener('pointerup', leave, options);
  canvas.addEventListener('pointercancel', leave, options);
  canvas.addEventListener(
    'pointerleave',
    () => store.setState({ hoverMs: null, hovered: null, hoverCameraId: null }),
    options,
  );
  canvas.addEventListener(
    'dblclick',
    (event) => {
      const { view } = store.getState();
      const mark = markAt(place(event));
      if (mark) clock.seek(mark.atMs);
      const next = mark
        ? centred(aroundMark(view), mark.atMs)
        : zoomed(view, nearer, instantAt(event));
      store.setState({ view: next, follows: false });
    },
    options,
  );
  return () => ending.abort();
}

export function ordered(oneMs: number, otherMs: number) {
  return { fromMs: Math.min(oneMs, otherMs), toMs: Math.max(oneMs, otherMs) };
}

/** Never farther away than it was. */
function aroundMark({ fromMs, toMs }: TimelineView): TimelineView {
  return { fromMs: 0, toMs: Math.min(aroundMarkMs, toMs - fromMs) };
}

function grabOf(pointerType: string): number {
  return pointerType in grabPixels
    ? grabPixels[pointerType as keyof typeof grabPixels]
    : grabPixels.mouse;
}
