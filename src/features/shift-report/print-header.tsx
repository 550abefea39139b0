import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ShiftReport } from '../../api/shift-report.ts';
import { siteQuery } from '../../device-access/queries.ts';
import { useProxyNow } from '../../device-access/use-proxy-now.ts';
import { useSession } from '../../device-access/use-session.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { SeenPart } from './seen-part.tsx';

export interface PrintHeaderProps {
  readonly report: ShiftReport;
  readonly zone: string;
}

/** What a sheet of paper must say of itself; on the screen the page around it does. */
export function PrintHeader({ report, zone }: PrintHeaderProps): ReactElement {
  const site = useQuery(siteQuery()).data?.name ?? '';
  const session = useSession();
  const nowMs = useProxyNow();
  const name = session?.state === 'signed-in' ? session.person.name : '';
  return (
    <header className="mb-3 hidden border-b border-line pb-2 print:block">
      <div className="flex items-baseline justify-between gap-4">
        <h1 className="text-lg font-semibold">
          {t('shift.title')} · {site}
        </h1>
        <p className="text-xs">{t('shift.printed', { name, time: momentInZone(nowMs, zone) })}</p>
      </div>
      <p>{rangeText(report, zone)}</p>
      <SeenPart />
    </header>
  );
}

export function rangeText({ fromMs, toMs }: ShiftReport, zone: string): string {
  const [from, to] = [momentInZone(fromMs, zone), momentInZone(toMs, zone)];
  return t('shift.range', { from, to, zone });
}
