import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceStream, StreamKind, VideoCodec } from '../../domain/stream.ts';
import { type ContentKind, latin1, sniffContent } from '../parsing/content-sniff.ts';
import type { Peek } from '../protocol.ts';

const operation = 'plain-stream.address.read';

/** What a body must be for a browser to show it, and how it is then played. */
export const playable: ReadonlyMap<ContentKind, StreamKind> = new Map([
  ['multipart', 'mjpeg'],
  ['jpeg', 'jpeg'],
  ['m3u8', 'hls'],
  ['flv', 'flv'],
  ['sdp', 'rtsp'],
]);

/**
 * How the source at the address is played.
 * @throws DeviceError that says what stands there instead
 */
export function sourceKind(answer: Peek): StreamKind {
  refuseStatus(answer.status);
  const content = sniffContent(answer);
  const kind = playable.get(content);
  if (kind !== undefined) return kind;
  switch (content) {
    case 'html':
      throw new DeviceError('malformed-reply', 'html-page', { operation });
    case 'silence':
      throw new DeviceError('malformed-reply', 'empty-reply', { operation });
    case 'mpeg-ts':
      throw new DeviceError('unsupported', 'not-supported', { operation, detail: 'MPEG-TS' });
    default:
      throw new DeviceError('malformed-reply', 'not-a-stream', { operation });
  }
}

function refuseStatus(status: number): void {
  const facts = { operation, detail: String(status) };
  if (status === 401) throw new DeviceError('unauthorized', 'login-refused', facts);
  if (status === 403) throw new DeviceError('forbidden', 'no-permission', facts);
  if (status === 404) throw new DeviceError('rejected', 'not-found', facts);
  if (status >= 500) throw new DeviceError('rejected', 'server-error', facts);
  if (status >= 400) throw new DeviceError('rejected', 'illegal-parameter', facts);
  if (status >= 300) throw new DeviceError('rejected', 'redirected', facts);
}

export function streamOf(kind: StreamKind, target: string, answer: Peek): DeviceStream {
  const codec = kind === 'rtsp' ? describedCodec(latin1(answer.head)) : undefined;
  return {
    id: `main-${kind}`,
    kind,
    quality: 'main',
    target,
    ...(codec === undefined ? {} : { codec }),
  };
}

/** As the description of a session names it (RFC 6184, 8.2.1; RFC 7798, 7.2.1). */
function describedCodec(description: string): VideoCodec | undefined {
  const name = /^a=rtpmap:\d+[ \t]+(H26[45])\//im.exec(description)?.[1]?.toLowerCase();
  return name === 'h264' || name === 'h265' ? name : undefined;
}
