import { useWallState } from './wall-context.ts';

/** The name of what is dragged, beside the pointer. */
export function DragGhost() {
  const drag = useWallState((state) => state.drag);
  if (drag === null) return null;
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed top-0 left-0 z-50 max-w-56 truncate rounded-control bg-accent px-2 py-1 text-xs font-semibold text-black shadow-lg shadow-black/60"
      style={{ transform: `translate(${drag.x + 14}px, ${drag.y + 14}px)` }}
    >
      {drag.label}
    </div>
  );
}
