import { Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { t } from '../../messages/t.ts';

export interface PageFrameProps {
  readonly title: ReactNode;
  /** Shows the way back to the list. */
  readonly back?: boolean;
  /** Centres the title over content that needs no more than a reading width. */
  readonly centred?: boolean;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Scrolls by itself inside whatever space the shell gives it. */
export function PageFrame(props: PageFrameProps): ReactElement {
  const { title, back, centred, aside, actions, children } = props;
  return (
    <main className="flex h-full min-h-0 min-w-0 grow flex-col overflow-y-auto bg-canvas">
      <header
        className={`flex w-full flex-wrap items-center gap-x-4 gap-y-2 px-4 py-4 sm:px-8 ${centred ? centredColumn : ''}`}
      >
        <div className="min-w-0 grow">
          {back === true && (
            <Link
              to="/devices"
              className="-ms-1 mb-1 inline-flex min-h-[24px] pointer-coarse:min-h-[44px] items-center gap-1 text-xs text-text-2 hover:text-text"
            >
              <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
              {t('devices.backToList')}
            </Link>
          )}
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <h1 className="min-w-0 text-lg font-semibold wrap-anywhere">{title}</h1>
            {aside}
          </div>
        </div>
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </main>
  );
}

/** Keeps the parts of a centred page in one column. */
export const centredColumn = 'mx-auto max-w-6xl';
