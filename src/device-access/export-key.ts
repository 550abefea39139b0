import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type { exportKeySchema } from '../api/exports.ts';
import { routes } from '../api/routes.ts';
import { requestJson } from './request.ts';

/** The public key with which this installation signs evidence packs. */
export function exportKeyQuery() {
  return queryOptions({
    queryKey: ['export-key'],
    queryFn: ({ signal }) =>
      requestJson<z.infer<typeof exportKeySchema>>(routes.exportKey, { signal }),
    // It stays the same as long as the installation.
    staleTime: Number.POSITIVE_INFINITY,
  });
}
