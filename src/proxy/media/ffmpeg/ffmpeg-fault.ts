import {
  DeviceError,
  type DeviceErrorKind,
  type DeviceErrorReason,
} from '../../../domain/device-error.ts';

/** What ffmpeg prints, and what it means. Its own words may hold the address with the account. */
const meanings: readonly (readonly [RegExp, DeviceErrorKind, DeviceErrorReason])[] = [
  [/\b401\b|unauthorized/i, 'unauthorized', 'login-refused'],
  [/\b403\b|forbidden/i, 'forbidden', 'no-permission'],
  [/\b404\b|not found/i, 'unsupported', 'not-found'],
  [/\b(?:453|503)\b|not enough bandwidth|service unavailable/i, 'busy', 'too-many-connections'],
  [/connection refused/i, 'unreachable', 'connection-refused'],
  [/no route to host|network is unreachable/i, 'unreachable', 'no-route'],
  [/timed out/i, 'timeout', 'answer-timeout'],
  [
    /not compatible with flv|not currently supported in container|unsupported codec/i,
    'unsupported',
    'not-supported',
  ],
  [/matches no streams|invalid data found/i, 'malformed-reply', 'not-a-stream'],
];

/** Why a stream ended, from what was printed; nothing of the text itself is passed on. */
export function ffmpegFault(printed: string): DeviceError {
  const meaning = meanings.find(([pattern]) => pattern.test(printed));
  if (meaning === undefined)
    return new DeviceError('unreachable', 'connection-lost', { operation: 'stream' });
  const [, kind, reason] = meaning;
  // The name comes from ffmpeg's own list of codecs, not from the device.
  const codec = /\bcodec (\w{1,16}) not compatible with flv/i.exec(printed)?.[1];
  const detail = codec === undefined ? {} : { detail: codec };
  return new DeviceError(kind, reason, { operation: 'stream', ...detail });
}
