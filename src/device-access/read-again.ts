import type { QueryClient } from '@tanstack/react-query';

/**
 * Reads again what a change names. A first read that is under way is not begun anew by that, and may
 * have been answered before the change: it is read once more when it is there.
 */
export function readAgain(queryClient: QueryClient, queryKey?: readonly string[]): void {
  const filters = queryKey === undefined ? {} : { queryKey };
  const firsts = queryClient
    .getQueryCache()
    .findAll({ ...filters, fetchStatus: 'fetching', predicate: ({ state }) => !state.data });
  void queryClient.invalidateQueries(filters);
  for (const { promise, queryKey: first } of firsts) {
    const again = () => queryClient.invalidateQueries({ queryKey: first, exact: true });
    // A read that failed has nothing that could be out of date.
    promise?.then(again, () => undefined);
  }
}
