import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** Teaches the next step. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function EmptyState({
  icon: Icon,
  title,
  children,
  actions,
}: EmptyStateProps): ReactElement {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-3 px-4 py-16 text-center">
      <span className="rounded-full border border-line bg-raised p-4">
        <Icon aria-hidden className="size-8 text-text-2" strokeWidth={1.5} />
      </span>
      <h2 className="text-lg font-semibold text-balance">{title}</h2>
      {children !== undefined && <div className="text-balance text-text-2">{children}</div>}
      {actions !== undefined && (
        <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>
      )}
    </div>
  );
}
