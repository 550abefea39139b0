import type { z } from 'zod/mini';
import type { RecordedFileView, recordedFileReplySchema } from '../api/recordings.ts';
import { routes } from '../api/routes.ts';
import { request, requestJson } from './request.ts';
import { problemOf, type RequestProblem } from './request-problem.ts';

type FileReply = z.infer<typeof recordedFileReplySchema>;

/** The file that holds a moment, else the first that begins after it; null where none does. */
export async function findRecordedFile(
  cameraId: string,
  atMs: number,
  signal?: AbortSignal,
): Promise<RecordedFileView | null> {
  const query = new URLSearchParams({ at: String(Math.floor(atMs)), otherwise: 'after' });
  const address = `${routes.recordedFile(cameraId)}?${query}`;
  return (await requestJson<FileReply>(address, { signal })).file;
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
