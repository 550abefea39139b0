import type { ReactNode } from 'react';

export interface RailSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the rail beside a picture, under its heading. */
export function RailSection({ title, children }: RailSectionProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h2 className="text-xs font-semibold text-text-3">{title}</h2>
      {children}
    </section>
  );
}
