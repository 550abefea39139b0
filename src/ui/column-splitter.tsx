import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';

const step = 16;

export interface ColumnSplitterProps {
  readonly label: string;
  readonly narrowest: number;
  readonly widest: number;
  /** A width in px for the column before it. */
  readonly onWidth: (width: number) => void;
}

/** Between two columns: a drag or the arrow keys change the width of the one before it. */
export function ColumnSplitter({ label, narrowest, widest, onWidth }: ColumnSplitterProps) {
  const [shown, setShown] = useState(narrowest);
  /** Where it was taken, from the edge of the column. */
  const grip = useRef(0);
  const widen = (width: number) => {
    const next = Math.round(Math.min(widest, Math.max(narrowest, width)));
    setShown(next);
    onWidth(next);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    const { currentTarget: target, pointerId, clientX } = event;
    if (!target.hasPointerCapture(pointerId)) return;
    widen(reach(target, clientX) - grip.current);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const rightwards = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (rightwards === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const wider = readsLeftwards(event.currentTarget) ? -rightwards : rightwards;
    widen(columnOf(event.currentTarget).width + wider * step);
  };
  return (
    <hr
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={shown}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      className="relative z-10 m-0 h-auto w-px shrink-0 cursor-col-resize touch-none border-0 bg-line before:absolute before:inset-y-0 before:-inset-x-3 hover:bg-accent"
      onFocus={({ currentTarget }) => setShown(Math.round(columnOf(currentTarget).width))}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const { width } = columnOf(event.currentTarget);
        grip.current = reach(event.currentTarget, event.clientX) - width;
      }}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}

function columnOf(splitter: Element): DOMRect {
  return (splitter.previousElementSibling ?? splitter).getBoundingClientRect();
}

/** How far a pointer is from where the column begins. */
function reach(splitter: Element, clientX: number): number {
  const column = columnOf(splitter);
  return readsLeftwards(splitter) ? column.right - clientX : clientX - column.left;
}

function readsLeftwards(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
