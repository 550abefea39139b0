import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AuditEntry, AuditFilter } from '../../api/audit.ts';
import { auditPagesQuery } from '../../device-access/audit-queries.ts';

/** Lines of the record as far as they have been read, and the way to older ones. */
export interface AuditLines {
  readonly entries: readonly AuditEntry[] | undefined;
  readonly fault: Error | null;
  /** `end`: the oldest line is there. */
  readonly older: 'waiting' | 'reading' | 'failed' | 'end';
  readonly readOlder: () => void;
  readonly again: () => void;
}

export function useAuditLines(filter: AuditFilter, enabled: boolean): AuditLines {
  const query = useInfiniteQuery({ ...auditPagesQuery(filter), enabled });
  const { data, error, isFetchNextPageError, isFetchingNextPage, hasNextPage } = query;
  const entries = useMemo(() => data?.pages.flatMap((page) => page.entries), [data]);
  return {
    entries,
    fault: error,
    older: isFetchingNextPage
      ? 'reading'
      : isFetchNextPageError
        ? 'failed'
        : hasNextPage
          ? 'waiting'
          : 'end',
    readOlder: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}
