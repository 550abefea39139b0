import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';

/** In the corner of an hour, legible on every shade. */
export function FailureMark(): ReactElement {
  return (
    <TriangleAlert
      aria-hidden
      strokeWidth={3}
      className="absolute -end-0.5 -top-0.5 size-3.5 fill-black stroke-p2"
    />
  );
}
