import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SeenProblem } from '../../api/problem.ts';
import { problemText } from '../../messages/problem-text.ts';

export interface UnknownNoteProps {
  readonly problem: SeenProblem;
  readonly children?: ReactNode;
}

/** Why nothing is known of a part of the camera, and what to do about it. */
export function UnknownNote({ problem, children }: UnknownNoteProps) {
  const { what, todo } = problemText(problem);
  return (
    <div role="status" className="flex flex-col items-start gap-2">
      <div className="flex items-start gap-2 text-sm">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-p2" />
        <div className="min-w-0 wrap-anywhere">
          <p>{what}</p>
          <p className="text-xs text-text-2">{todo}</p>
        </div>
      </div>
      {children}
    </div>
  );
}
