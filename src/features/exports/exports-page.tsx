import { useQuery } from '@tanstack/react-query';
import { FolderOutput } from 'lucide-react';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import type { ExportView } from '../../api/exports.ts';
import { exportsQuery } from '../../device-access/exports.ts';
import { camerasQuery, siteQuery } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { BarFrame } from '../../ui/bar-frame.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ExportCard } from './export-card.tsx';
import { zoneOf } from './export-words.ts';
import { bytesText } from './quantity-text.ts';
import { ReadFault } from './read-fault.tsx';

export interface ExportsPageProps {
  /** Holds the `h1`. */
  readonly heading: ReactNode;
  /** Id of the one that somebody came for; null for all alike. */
  readonly current: string | null;
  readonly roads: {
    readonly playback: () => void;
    readonly play: (found: ExportView) => void;
  };
  /** What else can be done with one, beside its own buttons. */
  readonly extra?: (found: ExportView) => ReactNode;
}

/** Everything that was taken out, and how it stands, as pushed. */
export function ExportsPage(props: ExportsPageProps): ReactElement {
  const { heading, current, roads, extra } = props;
  const cameras = useQuery(camerasQuery()).data ?? [];
  const siteZone = useQuery(siteQuery()).data?.zone ?? 'UTC';
  const { data, error, isPending, refetch } = useQuery(exportsQuery());
  const isThere = data?.exports.some(({ id }) => id === current) ?? false;
  useEffect(() => {
    if (!isThere || current === null) return;
    document.getElementById(cardId(current))?.scrollIntoView({ block: 'nearest' });
  }, [isThere, current]);
  const freeBytes = data?.freeBytes ?? null;
  return (
    <BarFrame
      heading={heading}
      aside={
        freeBytes !== null &&
        freeBytes > 0 && (
          <p className="text-sm text-text-2">
            {t('exports.room', { bytes: bytesText(freeBytes) })}
          </p>
        )
      }
    >
      <div className="flex max-w-[90rem] flex-col gap-4 px-5 pt-4 pb-8">
        {error !== null && <ReadFault fault={error} onAgain={() => void refetch()} />}
        {freeBytes === 0 && (
          <Notice tone="warning" title={t('exports.room.none')}>
            {t('exports.room.none.todo')}
          </Notice>
        )}
        {isPending && <Skeleton label={t('exports.loading')} rows={4} rowClassName="h-28" />}
        {data?.exports.length === 0 && (
          <EmptyState
            icon={FolderOutput}
            title={t('exports.empty')}
            actions={
              <Button look="primary" onClick={roads.playback}>
                {t('exports.empty.open')}
              </Button>
            }
          >
            {t('exports.empty.todo')}
          </EmptyState>
        )}
        {data && data.exports.length > 0 && (
          <ul aria-label={t('exports.list')} className="flex flex-col gap-3">
            {data.exports.map((found) => (
              <ExportCard
                key={found.id}
                id={cardId(found.id)}
                found={found}
                zone={zoneOf(found, cameras, siteZone)}
                isCurrent={found.id === current}
                onPlay={() => roads.play(found)}
                extra={extra?.(found)}
              />
            ))}
          </ul>
        )}
      </div>
    </BarFrame>
  );
}

const cardId = (exportId: string) => `export-${exportId}`;
