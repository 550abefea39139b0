import type { ReactElement } from 'react';
import { type CaseLine, caseItemKinds } from '../../api/cases.ts';
import { t } from '../../messages/t.ts';
import { KindIcon } from './kind-icon.tsx';

/** How much of what a case holds. */
export function CaseCounts({ counts }: Pick<CaseLine, 'counts'>): ReactElement {
  const kinds = caseItemKinds.filter((kind) => counts[kind] > 0);
  if (kinds.length === 0) return <span>{t('cases.holds.nothing')}</span>;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <KindIcon kind={kind} />
          {t(`cases.holds.${kind}`, { count: counts[kind] })}
        </li>
      ))}
    </ul>
  );
}
