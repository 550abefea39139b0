import { ScrollText, SearchX } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { AuditDetails } from './audit-details.tsx';
import { AuditLines } from './audit-lines.tsx';
import { type AuditPlace, filterCount, noFilter } from './audit-place.ts';
import type { AuditLines as Lines } from './use-audit-lines.ts';

export interface AuditPanesProps {
  readonly lines: Lines;
  readonly place: AuditPlace;
  readonly onPlace: (place: Partial<AuditPlace>) => void;
  readonly zone: string;
}

/** The lines, and beside them the one that is open; on a phone one or the other. */
export function AuditPanes({ lines, place, onPlace, zone }: AuditPanesProps): ReactElement {
  const narrow = useNarrow();
  const { entry: open } = place;
  const lastOpen = useRef<number | null>(null);
  useEffect(() => {
    if (open !== null) lastOpen.current = open;
  }, [open]);
  const details = open !== null && (
    <AuditDetails
      key={open}
      number={open}
      known={lines.entries?.find(({ number }) => number === open)}
      zone={zone}
      onPlace={onPlace}
    />
  );
  if (narrow && details) return details;
  return (
    <div className="flex min-h-0 grow border-t border-line">
      <Content
        lines={lines}
        place={place}
        onPlace={onPlace}
        zone={zone}
        fromNumber={narrow ? lastOpen.current : null}
      />
      {details}
    </div>
  );
}

type ContentProps = AuditPanesProps & { readonly fromNumber: number | null };

function Content({ lines, place, onPlace, zone, fromNumber }: ContentProps): ReactElement {
  const { entries, fault, again } = lines;
  if (entries === undefined) {
    return (
      <div className="grow p-4 sm:px-8">
        {fault === null ? (
          <Skeleton label={t('audit.loading')} rows={8} />
        ) : (
          <Notice
            tone="error"
            title={t('audit.failed')}
            actions={<Button onClick={again}>{t('audit.retry')}</Button>}
          >
            {problemText(problemOf(fault)).todo}
          </Notice>
        )}
      </div>
    );
  }
  if (entries.length === 0) {
    return (
      <div className="grow">
        {filterCount(place) === 0 ? (
          <EmptyState icon={ScrollText} title={t('audit.empty')}>
            {t('audit.emptyText')}
          </EmptyState>
        ) : (
          <EmptyState
            icon={SearchX}
            title={t('audit.nothing')}
            actions={<Button onClick={() => onPlace(noFilter)}>{t('audit.all')}</Button>}
          >
            {t('audit.nothingText')}
          </EmptyState>
        )}
      </div>
    );
  }
  return (
    <AuditLines
      lines={lines}
      openNumber={place.entry}
      fromNumber={fromNumber}
      zone={zone}
      onOpen={(entry) => onPlace({ entry })}
    />
  );
}
