import { Lock } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CaseLine } from '../../api/cases.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { CaseCounts } from './case-counts.tsx';

export interface CaseLineRowProps {
  readonly line: CaseLine;
  readonly zone: string;
  readonly onOpen: () => void;
}

/** The whole row opens it; only its title is a control, so that it is said once. */
export function CaseLineRow({ line, zone, onOpen }: CaseLineRowProps): ReactElement {
  const { title, beginning, closed, counts, by, changedAtMs } = line;
  return (
    <li className="relative flex flex-col gap-1 rounded-control border border-line bg-panel p-3 hover:bg-hover">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <button
          type="button"
          aria-label={t('cases.open.of', { title })}
          className="min-h-6 text-start font-semibold wrap-anywhere after:absolute after:inset-0 after:rounded-control pointer-coarse:min-h-11"
          onClick={onOpen}
        >
          <bdi>{title}</bdi>
        </button>
        {closed !== null && (
          <span className="flex items-center gap-1 text-sm text-text-2">
            <Lock aria-hidden className="size-3.5" />
            {t('cases.closed')}
          </span>
        )}
      </div>
      {beginning !== '' && (
        <p dir="auto" className="line-clamp-2 text-sm text-text-2 wrap-anywhere">
          {beginning}
        </p>
      )}
      <div className="flex flex-wrap justify-between gap-x-6 gap-y-1 text-sm text-text-2">
        <CaseCounts counts={counts} />
        <span className="tabular-nums">
          {t('cases.by', { name: by.name, when: momentInZone(changedAtMs, zone) })}
        </span>
      </div>
    </li>
  );
}
