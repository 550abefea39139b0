import { useMutation, useQuery } from '@tanstack/react-query';
import { Download, RefreshCw, ShieldCheck } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { routes } from '../../api/routes.ts';
import { auditAddress, readAuditVerdict } from '../../device-access/audit-queries.ts';
import { siteQuery } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { useSettled } from '../../playback/use-settled.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditPanes } from './audit-panes.tsx';
import { type AuditPlace, filterOf } from './audit-place.ts';
import { useAuditLines } from './use-audit-lines.ts';
import { VerdictNotice } from './verdict-notice.tsx';

export interface AuditPageProps {
  readonly place: AuditPlace;
  /** Goes elsewhere in the record without a step in the history. */
  readonly onPlace: (place: Partial<AuditPlace>) => void;
}

/** A name is typed letter by letter; only what it comes to is looked for. */
const typingMs = 250;

/** Who did what, to be looked through, saved and verified. */
export function AuditPage({ place, onPlace }: AuditPageProps): ReactElement {
  const site = useQuery(siteQuery());
  const zone = site.data?.zone ?? 'UTC';
  const protocolIds = useMemo(() => site.data?.protocols.map(({ id }) => id) ?? [], [site.data]);
  const typed = JSON.stringify(filterOf(place, { zone, protocolIds }));
  const settled = useSettled(typed, typingMs) ?? typed;
  const filter = useMemo(() => JSON.parse(settled), [settled]);
  // Without the zone of the site a time would be that of another.
  const lines = useAuditLines(filter, !site.isPending);
  const verify = useMutation({ mutationFn: readAuditVerdict });

  return (
    <main className="flex h-full min-h-0 min-w-0 grow flex-col bg-canvas">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-4 sm:px-8">
        <div className="min-w-0 grow">
          <h1 className="text-lg font-semibold">{t('audit.title')}</h1>
          <p className="text-text-2 max-sm:hidden">{t('audit.subtitle')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <IconButton icon={RefreshCw} label={t('audit.refresh')} onClick={lines.again} />
          <a href={auditAddress(routes.auditCsv, filter)} download className={buttonLook('plain')}>
            <Download aria-hidden className="size-4" />
            {t('audit.csv')}
          </a>
          <Button
            aria-disabled={verify.isPending}
            onClick={() => verify.isPending || verify.mutate()}
          >
            {verify.isPending ? <Spinner /> : <ShieldCheck aria-hidden className="size-4" />}
            {t(verify.isPending ? 'audit.verify.busy' : 'audit.verify')}
          </Button>
        </div>
      </header>
      <div className="px-4 pb-3 empty:hidden sm:px-8">
        {verify.error !== null && <Notice tone="error" title={t('audit.verify.failed')} />}
        {verify.data !== undefined && (
          <VerdictNotice
            verdict={verify.data}
            zone={zone}
            onShow={(entry) => onPlace({ entry })}
            onClose={verify.reset}
          />
        )}
      </div>
      <AuditFilters place={place} onPlace={onPlace} zone={zone} />
      <AuditPanes lines={lines} place={place} onPlace={onPlace} zone={zone} />
    </main>
  );
}
