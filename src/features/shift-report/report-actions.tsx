import { Download, Printer, RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { routes } from '../../api/routes.ts';
import { type ReportRange, reportAddress } from '../../device-access/shift-report.ts';
import { t } from '../../messages/t.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

export interface ReportActionsProps {
  /** Null where there is no such time. */
  readonly range: ReportRange | null;
  /** Whether there is something to print. */
  readonly isThere: boolean;
  readonly onAgain: () => void;
}

export function ReportActions({ range, isThere, onAgain }: ReportActionsProps): ReactElement {
  return (
    <div className="flex flex-wrap gap-2">
      <IconButton icon={RefreshCw} label={t('shift.again')} onClick={onAgain} />
      {range && (
        <a
          href={reportAddress(routes.shiftReportCsv, range)}
          download
          className={buttonLook('plain')}
        >
          <Download aria-hidden className="size-4" />
          {t('shift.csv')}
        </a>
      )}
      <Button aria-disabled={!isThere} onClick={() => isThere && window.print()}>
        <Printer aria-hidden className="size-4" />
        {t('shift.print')}
      </Button>
    </div>
  );
}
