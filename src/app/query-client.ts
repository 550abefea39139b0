import { QueryClient } from '@tanstack/react-query';
import { RequestProblem } from '../device-access/request-problem.ts';

/** Answers are pushed as changed, so nothing is asked again for mere focus or age. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        refetchOnWindowFocus: false,
        retry: (failures, fault) => failures < 3 && mayPass(fault),
        retryDelay: (attempt) => Math.min(4000, 500 * 2 ** attempt),
      },
    },
  });
}

/** A refusal stays one; a server that restarts answers again soon. */
function mayPass(fault: Error): boolean {
  if (!(fault instanceof RequestProblem)) return false;
  return fault.status === 0 || fault.status >= 500;
}
