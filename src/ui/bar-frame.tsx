import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** The bar on top of a page, where pages that belong together have their names at one spot. */
export const pageBar =
  'flex min-h-12 shrink-0 flex-wrap items-center gap-2 border-line border-b bg-panel px-3 py-2 pointer-coarse:min-h-15';

export interface BarFrameProps {
  /** Holds the `h1`. */
  readonly heading: ReactNode;
  /** Beside the heading. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page below a bar that stays in sight. Scrolls by itself inside whatever space the shell gives it. */
export function BarFrame({ heading, aside, actions, children }: BarFrameProps): ReactElement {
  return (
    <main className="relative flex h-full min-h-0 min-w-0 grow scroll-pt-16 flex-col overflow-y-auto bg-canvas print:block print:h-auto print:overflow-visible">
      <header
        className={classNames(
          pageBar,
          'sticky top-0 z-20 print:static print:border-0 print:bg-transparent print:px-0',
        )}
      >
        {heading}
        {aside}
        <span className="grow" />
        {actions !== undefined && (
          <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>
        )}
      </header>
      {children}
    </main>
  );
}
