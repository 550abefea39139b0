import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type {
  Case,
  CaseChange,
  CaseContent,
  CaseItem,
  CaseQuery,
  caseListSchema,
} from '../api/cases.ts';
import { routes } from '../api/routes.ts';
import { pushed, queryKeys } from './queries.ts';
import { request, requestJson } from './request.ts';

/** What a case holds changes by itself as well, and nothing tells of it. */
const staleMs = 15_000;

/** The one that was changed last first; what was found before stays while another search runs. */
export function casesQuery(query: CaseQuery) {
  return queryOptions({
    queryKey: [...queryKeys.cases, 'list', query],
    queryFn: ({ signal }) => {
      const given = Object.entries(query).filter(([, value]) => value !== undefined);
      const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
      return requestJson<z.infer<typeof caseListSchema>>(`${routes.cases}?${search}`, { signal });
    },
    placeholderData: keepPreviousData,
    ...pushed,
  });
}

export function caseQuery(caseId: string) {
  return queryOptions({
    queryKey: [...queryKeys.cases, 'one', caseId],
    queryFn: ({ signal }) => requestJson<Case>(routes.caseOf(caseId), { signal }),
    staleTime: staleMs,
    // Else an export that ended stands in it as running for as long as the page is open.
    refetchInterval: staleMs,
  });
}

/** Shows at once what the proxy has answered; other windows are told. */
export function caseChanged(client: QueryClient, changed: Case): void {
  client.setQueryData(caseQuery(changed.id).queryKey, changed);
  casesChanged(client);
}

export function casesChanged(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: queryKeys.cases });
}

export function openCase(content: CaseContent): Promise<Case> {
  return requestJson<Case>(routes.cases, { method: 'POST', body: content });
}

export function changeCase(caseId: string, change: CaseChange): Promise<Case> {
  return requestJson<Case>(routes.caseOf(caseId), { method: 'PUT', body: change });
}

export async function removeCase(caseId: string): Promise<void> {
  await request(routes.caseOf(caseId), { method: 'DELETE' });
}

export function addCaseItem(caseId: string, { kind, id }: CaseItem): Promise<Case> {
  return requestJson<Case>(routes.caseItems(caseId), { method: 'POST', body: { kind, id } });
}

export async function removeCaseItem(caseId: string, { kind, id }: CaseItem): Promise<void> {
  await request(routes.caseItem(caseId, kind, id), { method: 'DELETE' });
}

export function restoreCaseItem(caseId: string, { kind, id }: CaseItem): Promise<Case> {
  return requestJson<Case>(routes.restoredCaseItem(caseId, kind, id), { method: 'POST', body: {} });
}
