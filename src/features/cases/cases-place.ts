import type { CaseQuery } from '../../api/cases.ts';

export const caseShows = ['open', 'closed', 'all'] as const;

/** Which cases are shown, as it stands in the address. */
export interface CasesPlace {
  readonly q: string;
  readonly show: (typeof caseShows)[number];
}

export const usualCases: CasesPlace = { q: '', show: 'open' };

export function caseQueryOf({ q, show }: CasesPlace): CaseQuery {
  const text = q.trim();
  return { ...(show !== 'all' && { state: show }), ...(text !== '' && { text }) };
}
