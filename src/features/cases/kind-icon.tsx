import { BellRing, Bookmark, Film, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CaseItem } from '../../api/cases.ts';

const icons: Readonly<Record<CaseItem['kind'], LucideIcon>> = {
  bookmark: Bookmark,
  export: Film,
  alarm: BellRing,
};

/** Beside words that say the same. */
export function KindIcon({ kind }: Pick<CaseItem, 'kind'>): ReactElement {
  const Icon = icons[kind];
  return <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />;
}
