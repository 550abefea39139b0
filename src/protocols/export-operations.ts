import type { DeviceZone } from '../domain/device-identity.ts';
import type { TimeRange } from '../domain/recording.ts';
import type { DeviceLink, EndpointCall } from './device-link.ts';

/** What a device is to write out. Times are of its own clock. */
export interface ExportOrder {
  readonly channels: readonly string[];
  readonly range: TimeRange;
  readonly subtitles: 'none' | 'vtt' | 'srt' | 'smi';
  /** Longest file; absent: as the device likes. */
  readonly partBytes?: number | undefined;
  /** Encrypts the files on the device. */
  readonly password?: string | undefined;
  readonly submitter: string;
  readonly recipient: string;
  readonly purpose: string;
}

/** A file that the device has written and will keep only for a while. */
export interface WrittenFile {
  readonly name: string;
  /** Path and query on the device; never an address. */
  readonly target: string;
  /** By the device, lower case hex. */
  readonly md5?: string | undefined;
}

/** Why a device ended an export without all of it. */
export type ExportEnd =
  | 'no-data'
  | 'parameters'
  | 'device-full'
  | 'cancelled'
  | 'timed-out'
  | 'unknown';

export type ExportNews =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'progress';
      /** 0 to 1. */
      readonly share: number;
      readonly channel?: string | undefined;
    }
  | {
      readonly kind: 'files';
      readonly channel: string;
      readonly files: readonly WrittenFile[];
      /** What the first of them shows, where the device tells. */
      readonly range?: TimeRange | undefined;
      /** Without a word from us the device gives up after so long. */
      readonly patienceMs: number;
    }
  /** It is about to give up. */
  | { readonly kind: 'hurry'; readonly patienceMs: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'ended'; readonly why: ExportEnd; readonly code: number };

/** The talk of one export over a socket: what is heard, and what may be said. Keeps its own state. */
export interface ExportTalk {
  readonly call: EndpointCall;
  /** @throws DeviceError `malformed-reply` */
  hear(message: string): readonly ExportNews[];
  /** Nothing can be said before the device is ready. */
  say(command: 'wait' | 'next' | 'cancel'): string;
}

export interface ExportOperations {
  /** Where it is absent, the files of the range are fetched one by one. */
  readonly openExport?: (
    link: DeviceLink,
    order: ExportOrder,
    zone: DeviceZone,
  ) => Promise<ExportTalk>;
}
