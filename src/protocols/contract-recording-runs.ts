import { DeviceError } from '../domain/device-error.ts';
import type { DeviceLink, Operations } from './protocol.ts';
import type { RecordedFile, RecordingOperations } from './recording-operations.ts';

type Run = (operations: Operations, link: DeviceLink, channel: string) => Promise<unknown>;

/** A time of which printed replies tell, longer than any device lists in one call. */
const range = { fromMs: Date.UTC(2018, 0, 1), toMs: Date.UTC(2018, 1, 10) };
const zone = { name: 'America/New_York', offsetMinutes: -300 };
const atMs = Date.UTC(2018, 1, 5, 22, 57, 15);

/** How each operation on recordings is called by the contract. */
export const recordingRuns: Readonly<Record<keyof RecordingOperations, Run>> = {
  listRecordedDays: async (does, link, channel) =>
    does.listRecordedDays?.(link, [channel], range, zone),
  listRecordedSpans: async (does, link, channel) =>
    does.listRecordedSpans?.(link, [channel], range, zone),
  listRecordedFiles: async (does, link, channel) =>
    does.listRecordedFiles?.(link, channel, range, zone),
  findRecordedFile: async (does, link, channel) =>
    does.findRecordedFile?.(link, channel, atMs, 'before', zone),
  neighbourOfFile: async (does, link, channel) =>
    does.neighbourOfFile?.(link, await anyFile(does, link, channel), 'next', zone),
  recordedFileTarget: async (does, link, channel) => {
    const { fileId } = await anyFile(does, link, channel);
    return does.recordedFileTarget?.(fileId, 'full');
  },
  removeRecordedFile: async (does, link, channel) => {
    const { fileId } = await anyFile(does, link, channel);
    await does.removeRecordedFile?.(link, fileId);
    return 'removed';
  },
};

async function anyFile(does: Operations, link: DeviceLink, channel: string): Promise<RecordedFile> {
  const found = await does.findRecordedFile?.(link, channel, atMs, 'before', zone);
  const [file] = found
    ? [found]
    : ((await does.listRecordedFiles?.(link, channel, range, zone)) ?? []);
  if (file === undefined) throw new DeviceError('malformed-reply', 'empty-reply');
  return file;
}
