import { Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { PageFrame as Frame, type PageFrameProps as FrameProps } from '../../ui/page-frame.tsx';

export interface PageFrameProps extends Omit<FrameProps, 'lead'> {
  /** Shows the way back to the list. */
  readonly back?: boolean;
}

export function PageFrame({ back, ...frame }: PageFrameProps): ReactElement {
  return <Frame {...frame} lead={back === true && <WayBack />} />;
}

function WayBack(): ReactElement {
  return (
    <Link
      to="/devices"
      className="-ms-1 mb-1 inline-flex min-h-[24px] pointer-coarse:min-h-[44px] items-center gap-1 text-xs text-text-2 hover:text-text"
    >
      <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
      {t('devices.backToList')}
    </Link>
  );
}
