import type { DeviceZone } from '../domain/device-identity.ts';
import type {
  CalendarDay,
  RecordedSpan,
  RecordingKind,
  SpanPrecision,
  TimeRange,
} from '../domain/recording.ts';
import type { DeviceLink } from './device-link.ts';

/**
 * What a device has recorded. All instants are of the device's own clock: where it writes local
 * times, they are read in `zone`; whoever asks takes the clock's known offset off.
 */
export interface RecordedFile {
  /** Names it to the same protocol, and to nobody else; holds no address and no secret. */
  readonly fileId: string;
  readonly channel: string;
  readonly range: TimeRange;
  readonly kind: RecordingKind;
  /**
   * Local clocks showed its beginning twice, as they were put back, and the device does not say which
   * of both it means: it may be an hour later.
   */
  readonly shownTwice?: true | undefined;
  /** Media type, e.g. `video/mp4`. */
  readonly type: string;
  readonly sizeBytes?: number | undefined;
  readonly widthPixels?: number | undefined;
  readonly heightPixels?: number | undefined;
}

/** Spans of one channel in order, none over another of the same kind, cut to the range that was asked. */
export interface RecordedSpans {
  readonly precision: SpanPrecision;
  readonly spans: readonly RecordedSpan[];
}

/** What stands in for a moment that was not recorded. */
export type Otherwise = 'nothing' | 'before' | 'after';

/** Which copy of a file: the full one, or one for slow lines where the device makes it. */
export type FileQuality = 'full' | 'low';

export interface RecordingOperations {
  /** Days with anything recorded, of all of these channels together, in order. */
  readonly listRecordedDays?: (
    link: DeviceLink,
    channels: readonly string[],
    range: TimeRange,
    zone: DeviceZone,
  ) => Promise<readonly CalendarDay[]>;
  /** By channel; one that is not in the reply has nothing. Splits what is too long for one call. */
  readonly listRecordedSpans?: (
    link: DeviceLink,
    channels: readonly string[],
    range: TimeRange,
    zone: DeviceZone,
  ) => Promise<ReadonlyMap<string, RecordedSpans>>;
  /** Files that reach into a range, in order of their beginnings; all of them. */
  readonly listRecordedFiles?: (
    link: DeviceLink,
    channel: string,
    range: TimeRange,
    zone: DeviceZone,
  ) => Promise<readonly RecordedFile[]>;
  /** The file that holds a moment. */
  readonly findRecordedFile?: (
    link: DeviceLink,
    channel: string,
    atMs: number,
    otherwise: Otherwise,
    zone: DeviceZone,
  ) => Promise<RecordedFile | null>;
  /** The next or the previous file of the same channel; null at the end. */
  readonly neighbourOfFile?: (
    link: DeviceLink,
    file: RecordedFile,
    side: 'next' | 'previous',
    zone: DeviceZone,
  ) => Promise<RecordedFile | null>;
  /**
   * Path and query on the device from which the bytes of a file come; pure, no call.
   * @throws DeviceError `malformed-reply` for an id that this protocol never gave
   */
  readonly recordedFileTarget?: (fileId: string, quality: FileQuality) => string;
  readonly removeRecordedFile?: (link: DeviceLink, fileId: string) => Promise<void>;
}
