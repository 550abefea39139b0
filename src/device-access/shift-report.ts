import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import { routes } from '../api/routes.ts';
import type { HandoverNote, handoverNotesSchema, ShiftReport } from '../api/shift-report.ts';
import { requestJson } from './request.ts';

export interface ReportRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Thousands of alarms may have to be counted. */
const reportTimeoutMs = 60_000;

/** The report of a time; kept while it is looked at, and counted anew when it is opened again. */
export function shiftReportQuery(range: ReportRange) {
  return queryOptions({
    queryKey: ['shift-report', range.fromMs, range.toMs],
    queryFn: ({ signal }) =>
      requestJson<ShiftReport>(reportAddress(routes.shiftReport, range), {
        signal,
        timeoutMs: reportTimeoutMs,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export function reportAddress(path: string, { fromMs, toMs }: ReportRange): string {
  return `${path}?from=${fromMs}&to=${toMs}`;
}

/** The newest notes, whatever their time. */
export function handoverNotesQuery() {
  return queryOptions({
    queryKey: ['handover-notes'],
    queryFn: async ({ signal }) =>
      (await requestJson<z.infer<typeof handoverNotesSchema>>(routes.handoverNotes, { signal }))
        .notes,
    staleTime: 0,
  });
}

export function writeHandoverNote(text: string): Promise<HandoverNote> {
  return requestJson<HandoverNote>(routes.handoverNotes, { method: 'POST', body: { text } });
}
