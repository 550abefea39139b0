import { useQuery } from '@tanstack/react-query';
import { ScrollText, X } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import type { AuditEntry } from '../../api/audit.ts';
import { auditEntryQuery } from '../../device-access/audit-queries.ts';
import { t } from '../../messages/t.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { AuditPlace } from './audit-place.ts';
import { EntryFacts } from './entry-facts.tsx';

export interface AuditDetailsProps {
  readonly number: number;
  /** The line itself, where the list has it. */
  readonly known: AuditEntry | undefined;
  readonly zone: string;
  readonly onPlace: (place: Partial<AuditPlace>) => void;
}

/** One line with everything that it holds, beside the others or, on a phone, in their place. */
export function AuditDetails({ number, known, zone, onPlace }: AuditDetailsProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = useQuery({ ...auditEntryQuery(number), enabled: known === undefined });
  const entry = known ?? asked.data;
  const close = () => {
    onPlace({ entry: null });
    document.querySelector<HTMLElement>('[data-line][tabindex="0"]')?.focus();
  };
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <aside
      aria-labelledby="line-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
      className="relative min-h-0 min-w-0 overflow-y-auto px-4 pt-2 pb-8 max-md:grow sm:px-8 md:w-96 md:shrink-0 md:border-s md:border-line md:px-4"
    >
      <header className="flex items-center justify-between gap-2 pb-2">
        <h2
          id="line-title"
          ref={heading}
          tabIndex={-1}
          className="text-base font-semibold shadow-none outline-none"
        >
          {t('audit.details', { number })}
        </h2>
        <IconButton icon={X} label={t('audit.details.close')} onClick={close} />
      </header>
      {entry ? (
        <EntryFacts entry={entry} zone={zone} onPlace={onPlace} />
      ) : asked.isPending ? (
        <Skeleton label={t('audit.loading')} rows={6} />
      ) : asked.error ? (
        <Notice tone="error" title={t('audit.failed')} />
      ) : (
        <EmptyState icon={ScrollText} title={t('audit.details.missing', { number })}>
          {t('audit.details.missingText')}
        </EmptyState>
      )}
    </aside>
  );
}
