import type { DeviceZone } from '../../domain/device-identity.ts';
import type { SpanPrecision, TimeRange } from '../../domain/recording.ts';
import type { DeviceLink } from '../protocol.ts';
import type { RecordedFile, RecordedSpans, RecordingOperations } from '../recording-operations.ts';
import { daysOfFiles, fileOfMoment, filesWithin, neighbour, spansOfFiles } from './file-search.ts';

/** What a device lists of a channel; more than the range is no matter. */
export interface ListedFiles {
  readonly files: Iterable<RecordedFile>;
  readonly precision: SpanPrecision;
  /** By which its names were read. */
  readonly zone: string;
}

export type ListChannel = (channel: string, range: TimeRange) => Promise<ListedFiles>;

/** Asks once for what every list of one operation needs. */
export type OpenLists = (link: DeviceLink, zone: DeviceZone) => Promise<ListChannel>;

/** All that can be told of recordings by a device whose only question is the list of its files. */
export function recordingsByFiles(open: OpenLists) {
  const listerOf = async (link: DeviceLink, channel: string, zone: DeviceZone) => {
    const list = await open(link, zone);
    return async (range: TimeRange) => filesWithin((await list(channel, range)).files, range);
  };
  return {
    async listRecordedDays(link, channels, range, zone) {
      const list = await open(link, zone);
      const files: RecordedFile[] = [];
      let local = 'UTC';
      for (const channel of channels) {
        const listed = await list(channel, range);
        for (const file of listed.files) files.push(file);
        local = listed.zone;
      }
      return daysOfFiles(files, range, local);
    },
    async listRecordedSpans(link, channels, range, zone) {
      const list = await open(link, zone);
      const found = new Map<string, RecordedSpans>();
      for (const channel of channels) {
        const { files, precision } = await list(channel, range);
        found.set(channel, { precision, spans: spansOfFiles(files, range) });
      }
      return found;
    },
    async listRecordedFiles(link, channel, range, zone) {
      return (await listerOf(link, channel, zone))(range);
    },
    async findRecordedFile(link, channel, atMs, otherwise, zone) {
      return fileOfMoment(await listerOf(link, channel, zone), atMs, otherwise);
    },
    async neighbourOfFile(link, file, side, zone) {
      return neighbour(await listerOf(link, file.channel, zone), file, side);
    },
  } satisfies RecordingOperations;
}
