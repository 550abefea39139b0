import type { ReactElement, ReactNode } from 'react';

/** One small fact in a frame of its own. */
export function Chip({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-control border border-line bg-raised px-1.5 text-xs text-text-2 wrap-anywhere">
      {children}
    </span>
  );
}
