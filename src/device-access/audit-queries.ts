import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AuditEntry, AuditFilter, AuditPage, AuditVerdict } from '../api/audit.ts';
import { routes } from '../api/routes.ts';
import { requestJson } from './request.ts';

/** The whole record is read for it. */
const verifyTimeoutMs = 10 * 60_000;
const key = 'audit';
// What was read is not kept: the record grows with everything that anybody does.
const unkept = { staleTime: 0, gcTime: 0 } as const;

/** Lines that a filter lets through, page by page from the newest on. */
export function auditPagesQuery(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: [key, 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      requestJson<AuditPage>(auditAddress(routes.audit, filter, pageParam), { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ before }) => before,
    ...unkept,
  });
}

/** One line, whatever the filter; null where there is none of that number. */
export function auditEntryQuery(number: number) {
  return queryOptions({
    queryKey: [key, 'entry', number],
    queryFn: async ({ signal }): Promise<AuditEntry | null> => {
      const address = `${routes.audit}?before=${number + 1}&limit=1`;
      const { entries } = await requestJson<AuditPage>(address, { signal });
      return entries.find((entry) => entry.number === number) ?? null;
    },
    ...unkept,
  });
}

export function readAuditVerdict(): Promise<AuditVerdict> {
  return requestJson<AuditVerdict>(routes.auditVerdict, { timeoutMs: verifyTimeoutMs });
}

/** An address of the record with its filter. */
export function auditAddress(
  path: string,
  filter: AuditFilter,
  before: number | null = null,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, before })) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
