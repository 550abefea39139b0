import type { ReactNode } from 'react';

export interface RailSectionProps {
  readonly title: string;
  /** At the end of the line of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the rail beside a picture, under its heading. */
export function RailSection({ title, actions, children }: RailSectionProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <div className="flex items-center gap-1">
        <h2 className="grow text-xs font-semibold text-text-3">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
