import { queryOptions } from '@tanstack/react-query';
import type { RecordingProof } from '../api/recording-proof.ts';
import type {
  RecordedDays,
  RecordedFileReply,
  RecordedFileView,
  RecordedSpansReply,
} from '../api/recordings.ts';
import { routes } from '../api/routes.ts';
import type { TimeRange } from '../domain/recording.ts';
import { request, requestJson } from './request.ts';
import { problemOf, RequestProblem } from './request-problem.ts';
import { toldCamera } from './span-columns.ts';

/**
 * The file that holds a moment, else the first that begins after it, or the last that ended before;
 * null where none does. Rejects with `not-supported` where the device has no recordings to show.
 */
export async function findRecordedFile(
  cameraId: string,
  atMs: number,
  signal?: AbortSignal,
  otherwise: 'after' | 'before' = 'after',
): Promise<RecordedFileView | null> {
  const query = new URLSearchParams({ at: String(Math.floor(atMs)), otherwise });
  const address = `${routes.recordedFile(cameraId)}?${query}`;
  const { file, offered } = await requestJson<RecordedFileReply>(address, { signal });
  if (!offered) throw new RequestProblem({ kind: 'unsupported', reason: 'not-supported' });
  return file;
}

/** Why the bytes of a file do not come; null where they do. A video element tells no reasons. */
export async function problemOfFile(
  { cameraId, fileId }: Pick<RecordedFileView, 'cameraId' | 'fileId'>,
  signal: AbortSignal,
): Promise<RequestProblem['problem'] | null> {
  try {
    const reply = await request(routes.recordedBytes(cameraId, fileId), {
      range: 'bytes=0-0',
      signal,
    });
    await reply.body?.cancel();
    return null;
  } catch (fault) {
    return problemOf(fault);
  }
}

/** Spans come in blocks that always begin at the same instants, so that each is asked for once. */
export const spanBlockMs = 4 * 24 * 60 * 60_000;
const growingMs = 15_000;
const pastStaleMs = 10 * 60_000;

/** What some cameras recorded in a block of time; asked again while it may still grow. */
export function recordedSpansQuery(cameraIds: readonly string[], block: number, nowMs: number) {
  const fromMs = block * spanBlockMs;
  const toMs = fromMs + spanBlockMs;
  const mayGrow = toMs + growingMs > nowMs;
  return queryOptions({
    queryKey: ['recorded-spans', cameraIds, block],
    queryFn: async ({ signal }) => {
      const address = `${routes.recordedSpans}?${rangeQuery(cameraIds, fromMs, toMs)}`;
      const reply = await requestJson<RecordedSpansReply>(address, { signal, timeoutMs: 60_000 });
      return reply.cameras.map(toldCamera);
    },
    staleTime: mayGrow ? growingMs : pastStaleMs,
    refetchInterval: mayGrow ? growingMs : false,
    retry: false,
  });
}

/** What some cameras recorded in a time of any length up to a month; read anew whenever it is shown. */
export function recordedRangeQuery(cameraIds: readonly string[], { fromMs, toMs }: TimeRange) {
  return queryOptions({
    queryKey: ['recorded-range', cameraIds, fromMs, toMs],
    queryFn: async ({ signal }) => {
      const address = `${routes.recordedSpans}?${rangeQuery(cameraIds, fromMs, toMs)}`;
      return (await requestJson<RecordedSpansReply>(address, { signal, timeoutMs: 60_000 }))
        .cameras;
    },
    staleTime: growingMs,
    retry: false,
  });
}

/** Days on which anything was recorded, for a calendar. */
export function recordedDaysQuery(cameraIds: readonly string[], fromMs: number, toMs: number) {
  return queryOptions({
    queryKey: ['recorded-days', cameraIds, fromMs, toMs],
    queryFn: async ({ signal }) => {
      const address = `${routes.recordedDays}?${rangeQuery(cameraIds, fromMs, toMs)}`;
      return (await requestJson<RecordedDays>(address, { signal, timeoutMs: 60_000 })).devices;
    },
    staleTime: pastStaleMs,
    retry: false,
  });
}

/** Recorded minutes of each hour, and what failed; read again when somebody asks for it. */
export function recordingProofQuery(cameraIds: readonly string[], { fromMs, toMs }: TimeRange) {
  return queryOptions({
    queryKey: ['recording-proof', cameraIds, fromMs, toMs],
    queryFn: ({ signal }) => {
      const address = `${routes.recordingProof}?${rangeQuery(cameraIds, fromMs, toMs)}`;
      return requestJson<RecordingProof>(address, { signal, timeoutMs: 60_000 });
    },
    staleTime: growingMs,
    retry: false,
  });
}

function rangeQuery(cameraIds: readonly string[], fromMs: number, toMs: number): URLSearchParams {
  const query = new URLSearchParams(cameraIds.map((id): [string, string] => ['camera', id]));
  query.set('from', String(Math.floor(fromMs)));
  query.set('to', String(Math.ceil(toMs)));
  return query;
}
