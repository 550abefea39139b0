import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type { ExportOrderRequest, ExportView, exportListSchema } from '../api/exports.ts';
import { routes } from '../api/routes.ts';
import { pushed, queryKeys } from './queries.ts';
import { request, requestJson } from './request.ts';

type ExportList = z.infer<typeof exportListSchema>;

/** The newest first, with the room that is left; pushed. Only for who may export. */
export function exportsQuery() {
  return queryOptions({
    queryKey: queryKeys.exports,
    // Read because something was pushed: nobody is asked for a password for that.
    queryFn: ({ signal }) =>
      requestJson<ExportList>(routes.exports, { signal, asksPassword: false }),
    ...pushed,
  });
}

/** Reads them again at once, also while no change can be heard. */
export function exportsChanged(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: queryKeys.exports });
}

/** Whether the pack may be fetched now; a password that is needed first is asked for. */
export async function checkExport(exportId: string): Promise<void> {
  await request(routes.exportOf(exportId));
}

export function isOpenExport({ state }: Pick<ExportView, 'state'>): boolean {
  return state === 'waiting' || state === 'running' || state === 'packing';
}

export function orderExport(order: ExportOrderRequest): Promise<ExportView> {
  return requestJson<ExportView>(routes.exports, { method: 'POST', body: order });
}

export function cancelExport(exportId: string): Promise<ExportView> {
  return requestJson<ExportView>(routes.cancelExport(exportId), { method: 'POST', body: {} });
}

/** @param password where the device encrypts and the proxy no longer knows it */
export function retryExport(exportId: string, password?: string): Promise<ExportView> {
  const body = password === undefined ? {} : { password };
  return requestJson<ExportView>(routes.retryExport(exportId), { method: 'POST', body });
}

/** With all of its files. */
export async function removeExport(exportId: string): Promise<void> {
  await request(routes.exportOf(exportId), { method: 'DELETE' });
}
