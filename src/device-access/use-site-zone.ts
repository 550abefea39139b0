import { useQuery } from '@tanstack/react-query';
import { siteQuery } from './queries.ts';

/** The zone of the clock that everybody here works by; alarms are told by it, whatever they are of. */
export function useSiteZone(): string {
  return useQuery(siteQuery()).data?.zone ?? 'UTC';
}
