import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';

const marks = {
  1: { shape: '⬣', ink: 'text-p1' },
  2: { shape: '▲', ink: 'text-p2' },
  3: { shape: '◆', ink: 'text-p3' },
  4: { shape: '●', ink: 'text-p4' },
} as const;

const outlines = {
  1: 'M4.5 1h7L15 8l-3.5 7h-7L1 8z',
  2: 'M8 1.5 15.5 14.5H.5z',
  3: 'M8 .5 15.5 8 8 15.5 .5 8z',
  4: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
} as const;

export interface PriorityMarkProps {
  readonly priority: keyof typeof marks;
  /** Its word; spoken only, where `wordHidden`. */
  readonly word: string;
  readonly wordHidden?: boolean;
  readonly className?: string;
}

/** A priority by shape, colour and word: none of them alone. */
export function PriorityMark(props: PriorityMarkProps): ReactElement {
  const { priority, word, wordHidden = false, className } = props;
  const { shape, ink } = marks[priority];
  return (
    <span className={classNames('inline-flex items-center gap-1 font-semibold', ink, className)}>
      <svg viewBox="0 0 16 16" aria-hidden className="size-4 shrink-0" data-shape={shape}>
        <path d={outlines[priority]} fill="currentColor" />
        {priority === 1 && (
          <path d="M8 4v5M8 11v1.5" stroke="var(--color-black)" strokeWidth="2" fill="none" />
        )}
      </svg>
      <span className={wordHidden ? 'sr-only' : undefined}>{word}</span>
    </span>
  );
}
