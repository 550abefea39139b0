import type { Drag } from './use-drag-hold.ts';

/** Where a drag came from and where it leads, readable on any picture: accent inside, black outside. */
export function DragMark({ drag, shape }: { readonly drag: Drag; shape: 'arrow' | 'box' }) {
  const { fromX, fromY, across, down } = drag;
  const [toX, toY] = [fromX + across, fromY + down];
  if (shape === 'box') {
    return (
      <div
        className="pointer-events-none absolute border-2 border-accent shadow-[0_0_0_2px_#000]"
        style={{
          left: Math.min(fromX, toX),
          top: Math.min(fromY, toY),
          width: Math.abs(across),
          height: Math.abs(down),
        }}
      />
    );
  }
  const angle = (Math.atan2(down, across) * 180) / Math.PI;
  return (
    <svg aria-hidden className="pointer-events-none absolute inset-0 size-full">
      {(['black', 'accent'] as const).map((ink) => (
        <g
          key={ink}
          className={ink === 'black' ? 'fill-black stroke-black' : 'fill-accent stroke-accent'}
          strokeWidth={ink === 'black' ? 7 : 3}
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <circle cx={fromX} cy={fromY} r={4} />
          <line x1={fromX} y1={fromY} x2={toX} y2={toY} />
          <path d="M0 0 L-12 -6 L-12 6 Z" transform={`translate(${toX} ${toY}) rotate(${angle})`} />
        </g>
      ))}
    </svg>
  );
}
