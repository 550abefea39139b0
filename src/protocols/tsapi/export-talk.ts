import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink, EndpointCall } from '../device-link.ts';
import type { ExportNews, ExportOrder, ExportTalk } from '../export-operations.ts';
import { parseJson } from '../parsing/json.ts';
import { operationOf } from './ask.ts';
import { channelNumber } from './channel-number.ts';
import { isoInstant } from './device-time.ts';
import { exportSocket } from './endpoints-events.ts';
import {
  type ExportMessage,
  endOf,
  exportMessage,
  shareOf,
  timeOf,
  writtenFiles,
} from './export-messages.ts';

const subtitleFormats = { none: 'None', vtt: 'VTT', srt: 'SRT', smi: 'SMI' } as const;
/** Longest text that the row of the endpoint takes. */
const mostText = 1000;

/**
 * "Exporting recorded video @0.3.0". The document takes any ISO 8601 time, so that an instant with
 * its offset needs no zone.
 */
export async function openExport(_link: DeviceLink, order: ExportOrder): Promise<ExportTalk> {
  const { channels, range, partBytes, password } = order;
  const call: EndpointCall = {
    endpoint: exportSocket,
    query: {
      timeBegin: isoInstant(range.fromMs),
      timeEnd: isoInstant(range.toMs),
      ch: channels.map(channelNumber).join(','),
      subtitleFormat: subtitleFormats[order.subtitles],
      statusInterval: '1s',
      // What a server says of progress and in subtitles is read by the same people as all the rest.
      lang: 'en-US',
      md5: 'true',
      ...(partBytes === undefined ? {} : { mediaSize: `${Math.floor(partBytes)}B` }),
      ...(password === undefined || password === '' ? {} : { password: base64Of(password) }),
      ...text('submitter', order.submitter),
      ...text('recipient', order.recipient),
      ...text('purpose', order.purpose),
    },
  };
  return new Talk(call);
}

class Talk implements ExportTalk {
  readonly call: EndpointCall;
  #task: string | undefined;
  #beganMs: number | undefined;

  constructor(call: EndpointCall) {
    this.call = call;
  }

  hear(message: string): readonly ExportNews[] {
    const operation = operationOf(this.call);
    const read = parseJson(message, exportMessage, operation);
    switch (read.stage ?? read.request) {
      case 'ready':
        return this.#ready(read, operation);
      case 'fileBegin':
        this.#beganMs = timeOf(read);
        return progressOf(read);
      case 'fileEnd':
        return [...progressOf(read), ...this.#files(read, operation)];
      case 'timeoutAlert':
        return [{ kind: 'hurry', patienceMs: read.ttl }];
      case 'end':
        return [read.status?.code === 0 ? { kind: 'done' } : endOf(codeOf(read, operation))];
      case undefined:
        throw new DeviceError('malformed-reply', 'unexpected-reply', { operation });
      default:
        return progressOf(read);
    }
  }

  say(cmd: 'wait' | 'next' | 'cancel'): string {
    return JSON.stringify({ task: this.#task, cmd });
  }

  #ready(read: ExportMessage, operation: string): readonly ExportNews[] {
    const code = codeOf(read, operation);
    if (code !== 0) return [endOf(code)];
    if (read.task === undefined) throw unexpected(operation, 'task');
    this.#task = read.task.id;
    return [{ kind: 'ready' }];
  }

  #files(read: ExportMessage, operation: string): readonly ExportNews[] {
    const { channel } = read;
    if (channel?.file === undefined) throw unexpected(operation, 'channel.file');
    const files = writtenFiles(channel.file.download);
    // To go on without a file that cannot be fetched would pass over a piece of the range.
    if (files.length < Math.max(1, channel.file.download.length)) {
      throw unexpected(operation, 'channel.file.download');
    }
    const [fromMs, toMs] = [this.#beganMs, timeOf(read)];
    const isKnown = fromMs !== undefined && toMs !== undefined && fromMs < toMs;
    return [
      {
        kind: 'files',
        channel: String(channel.chid),
        files,
        patienceMs: channel.file.ttl,
        ...(isKnown ? { range: { fromMs, toMs } } : {}),
      },
    ];
  }
}

function progressOf({ overallProgress, channel }: ExportMessage): readonly ExportNews[] {
  const share = shareOf(overallProgress);
  if (share === undefined) return [];
  const of = channel === undefined ? {} : { channel: String(channel.chid) };
  return [{ kind: 'progress', share, ...of }];
}

function codeOf({ status }: ExportMessage, operation: string): number {
  if (status === undefined) throw unexpected(operation, 'status');
  return status.code;
}

function unexpected(operation: string, detail: string): DeviceError {
  return new DeviceError('malformed-reply', 'unexpected-reply', { operation, detail });
}

function text(name: 'submitter' | 'recipient' | 'purpose', value: string) {
  const short = value.trim().slice(0, mostText);
  return short === '' ? {} : { [name]: short };
}

function base64Of(password: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(password)));
}
