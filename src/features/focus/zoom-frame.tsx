import { type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { pan, type Zoom, zoomAt } from './digital-zoom.ts';

export interface ZoomFrameProps {
  readonly label: string;
  readonly zoom: Zoom;
  readonly onZoom: (change: (zoom: Zoom) => Zoom) => void;
  readonly children: ReactNode;
  /** Lies over the picture and does not grow with it. */
  readonly over?: ReactNode;
}

interface Finger {
  readonly x: number;
  readonly y: number;
  /** Does something else, e.g. steers; two of them pinch all the same. */
  readonly taken: boolean;
}

/** Enlarges what is inside by wheel, pinch and drag. The camera itself never moves. */
export function ZoomFrame({ label, zoom, onZoom, children, over }: ZoomFrameProps) {
  const frame = useRef<HTMLElement>(null);
  const fingers = useRef(new Map<number, Finger>());

  // React listens to the wheel passively, which would let the page scroll as well.
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const { x, y } = shareOf(element, event.clientX, event.clientY);
      // A pinch on a touchpad arrives as a wheel with Ctrl, in smaller steps.
      const speed = event.ctrlKey ? 0.01 : 0.0016;
      onZoom((now) => zoomAt(now, Math.exp(-event.deltaY * speed), x, y));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [onZoom]);

  const move = (event: PointerEvent<HTMLElement>) => {
    const before = fingers.current.get(event.pointerId);
    if (before === undefined) return;
    const now = { x: event.clientX, y: event.clientY, taken: before.taken };
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (other === undefined && now.taken) return;
    const box = event.currentTarget.getBoundingClientRect();
    onZoom((current) => {
      if (other === undefined) {
        return pan(current, (now.x - before.x) / box.width, (now.y - before.y) / box.height);
      }
      const by =
        Math.hypot(now.x - other.x, now.y - other.y) /
        Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
      return zoomAt(
        current,
        by,
        ((now.x + other.x) / 2 - box.left) / box.width,
        ((now.y + other.y) / 2 - box.top) / box.height,
      );
    });
  };
  const lift = (event: PointerEvent) => fingers.current.delete(event.pointerId);

  return (
    <section
      ref={frame}
      aria-label={label}
      className="absolute inset-0 touch-none overflow-hidden"
      style={{ cursor: zoom.factor > 1 ? 'grab' : 'default' }}
      onPointerDown={(event) => {
        if (event.target instanceof Element && event.target.closest('button, a')) return;
        const { pointerId, clientX: x, clientY: y, defaultPrevented: taken } = event;
        fingers.current.set(pointerId, { x, y, taken });
        if (!taken) event.currentTarget.setPointerCapture(pointerId);
      }}
      onPointerMove={move}
      onPointerUp={lift}
      onPointerCancel={lift}
    >
      <div
        dir="ltr"
        className="absolute inset-0 origin-top-left"
        style={{
          transform: `translate(${zoom.x * 100}%, ${zoom.y * 100}%) scale(${zoom.factor})`,
        }}
      >
        {children}
      </div>
      {over}
    </section>
  );
}

function shareOf(element: Element, clientX: number, clientY: number) {
  const box = element.getBoundingClientRect();
  return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
}
