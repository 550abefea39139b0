import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';

const narrowest = 240;
const widest = 480;
const step = 16;

export interface SplitProps {
  readonly children: ReactNode;
  /** The panel at the end side; absent while it is folded away. */
  readonly end: ReactNode;
  readonly separatorLabel: string;
  readonly initialWidth?: number;
}

/** A work area and a panel at its end side, whose width follows a drag or the arrow keys. */
export function Split({ children, end, separatorLabel, initialWidth = 320 }: SplitProps) {
  const [width, setWidth] = useState(initialWidth);
  const resize = (next: number) => setWidth(Math.min(widest, Math.max(narrowest, next)));

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined) return;
    resize(
      readsLeftwards(event.currentTarget) ? event.clientX - box.left : box.right - event.clientX,
    );
  };
  const press = (event: KeyboardEvent) => {
    const leftwards = event.key === 'ArrowLeft' ? 1 : event.key === 'ArrowRight' ? -1 : 0;
    if (leftwards === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const wider = readsLeftwards(event.currentTarget) ? -leftwards : leftwards;
    resize(width + wider * step);
  };

  return (
    <div className="flex min-h-0 min-w-0 grow">
      <div className="flex min-h-0 min-w-0 grow flex-col">{children}</div>
      {end !== null && (
        <>
          <hr
            aria-orientation="vertical"
            aria-label={separatorLabel}
            aria-valuenow={width}
            aria-valuemin={narrowest}
            aria-valuemax={widest}
            tabIndex={0}
            className="shell-chrome relative z-10 m-0 h-auto w-px shrink-0 cursor-col-resize border-0 touch-none bg-line before:absolute before:inset-y-0 before:-inset-x-1 hover:bg-accent"
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
            onKeyDown={press}
          />
          <div className="shell-chrome flex min-h-0 shrink-0 flex-col bg-panel" style={{ width }}>
            {end}
          </div>
        </>
      )}
    </div>
  );
}

/** Where lines run from right to left, the panel at the end is the left one. */
function readsLeftwards(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
