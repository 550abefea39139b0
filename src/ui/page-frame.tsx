import type { ReactElement, ReactNode } from 'react';

export interface PageFrameProps {
  readonly title: ReactNode;
  /** Above the title, such as the way back. */
  readonly lead?: ReactNode;
  /** In one column in the middle. */
  readonly centred?: boolean | undefined;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page with a title. Scrolls by itself inside whatever space the shell gives it. */
export function PageFrame(props: PageFrameProps): ReactElement {
  const { title, lead, centred, aside, actions, children } = props;
  return (
    <main className="relative flex h-full min-h-0 min-w-0 grow flex-col overflow-y-auto bg-canvas print:block print:h-auto print:overflow-visible">
      <header
        className={`flex w-full flex-wrap items-center gap-x-4 gap-y-2 px-4 py-4 sm:px-8 print:px-0 ${centred ? centredColumn : ''}`}
      >
        <div className="min-w-0 grow">
          {lead !== undefined && <div className="print:hidden">{lead}</div>}
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <h1 className="min-w-0 text-lg font-semibold wrap-anywhere">{title}</h1>
            {aside}
          </div>
        </div>
        {actions !== undefined && (
          <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>
        )}
      </header>
      {children}
    </main>
  );
}

/** Keeps the parts of a centred page in one column. */
export const centredColumn = 'mx-auto max-w-6xl';
