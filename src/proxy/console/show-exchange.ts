import type { ConsoleReply, DecodedView } from '../../api/console.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { type DecodedReply, decodeReply } from '../../protocols/parsing/decode-reply.ts';
import type { Endpoint } from '../../protocols/protocol.ts';
import { statusFault } from '../link/device-fault.ts';
import { replyText } from '../link/reply-text.ts';
import { deviceErrorOf, deviceProblem } from '../registry/device-error-of.ts';
import type { Exchange } from './ask-device.ts';
import { DecodedMask } from './mask-decoded.ts';
import { maskKnown, maskText } from './mask-text.ts';

type Shown = Omit<ConsoleReply, 'audit' | 'tookMs'>;

export interface Showing {
  readonly operation: string;
  /** Secrets of ours and of the person, wherever they appear. */
  readonly known: readonly string[];
  /** Whether the person asked for the secrets. */
  readonly reveal: boolean;
}

const hexBytes = 256;

/** A reply as the console shows it: decoded where it can be, raw, and without secrets unless asked for. */
export function showExchange(endpoint: Endpoint, exchange: Exchange, showing: Showing): Shown {
  const { status, contentType, contentTypeLine, bytes, ended } = exchange;
  const text = replyText(bytes, contentTypeLine);
  const read = readReply(endpoint, exchange, text, showing.operation);
  const facts = {
    ...{ status, contentType, bytes: bytes.length, ended },
    ...(read.problem === undefined ? {} : { problem: deviceProblem(read.problem) }),
  };
  const isText = read.decoded === undefined ? seemsText(bytes) : isTextual(read.decoded);
  const decoded = read.decoded && viewOf(read.decoded, bytes);
  if (showing.reveal)
    return { ...facts, ...given(decoded), ...raw(isText, text, bytes), masked: false };
  // A refusal holds no settings, and is worth reading.
  const mayBeSecret = endpoint.secretReply === true && status < 400;
  // Among the bytes of a picture or film `pw=` comes about by chance; in another file it may be one.
  const hide = !isText && (isMedia(endpoint) || isMp4(bytes)) ? maskKnown : maskText;
  const reply = { decoded, isText, text, bytes };
  return { ...facts, ...hidden(mayBeSecret, reply, hide, showing.known) };
}

interface ReadReply {
  readonly decoded: DecodedView | undefined;
  readonly isText: boolean;
  readonly text: string;
  readonly bytes: Buffer;
}

function isMedia({ reply }: Endpoint): boolean {
  return reply === 'stream' || reply === 'jpeg';
}

/** A captured file begins with the box that names its kind (ISO/IEC 14496-12, 4.3). */
function isMp4(bytes: Buffer): boolean {
  return bytes.toString('latin1', 4, 8) === 'ftyp';
}

function hidden(
  mayBeSecret: boolean,
  { decoded, isText, text, bytes }: ReadReply,
  hide: typeof maskKnown,
  known: readonly string[],
): Pick<ConsoleReply, 'decoded' | 'raw' | 'hex' | 'masked'> {
  const structured = decoded?.form === 'tree' || decoded?.form === 'table';
  // Where nothing tells the secrets from the rest, all of it is one.
  if (mayBeSecret && !structured && bytes.length > 0) return { masked: true };
  const cover = new DecodedMask(known);
  const clean = decoded && cover.apply(decoded);
  const cleanText = hide(text, [...known, ...cover.secrets]);
  const masked = cleanText !== text || cover.secrets.length > 0;
  if (!isText && masked) return { ...given(clean), masked };
  return { ...given(clean), ...raw(isText, cleanText, bytes), masked };
}

function readReply(
  endpoint: Endpoint,
  { status, bytes, contentTypeLine, ended }: Exchange,
  text: string,
  operation: string,
): { decoded?: DecodedReply | undefined; problem?: DeviceError | undefined } {
  const answered = status >= 200 && status < 300;
  const refusal = answered ? undefined : statusFault(status, { operation, sentCredentials: true });
  if (answered && bytes.length === 0 && status === 204) return {};
  const lost =
    ended === 'lost' ? new DeviceError('unreachable', 'connection-lost', { operation }) : undefined;
  try {
    const reply = { kind: endpoint.reply, bytes, text, contentTypeLine };
    const decoded = decodeReply(reply, operation);
    return { decoded, problem: refusal ?? lost };
  } catch (failure) {
    return { problem: refusal ?? lost ?? deviceErrorOf(failure) };
  }
}

function viewOf(decoded: DecodedReply, bytes: Buffer): DecodedView {
  if (decoded.form !== 'picture') return decoded;
  return {
    form: 'picture',
    jpeg: bytes.subarray(decoded.start, decoded.end).toString('base64'),
  };
}

function isTextual({ form }: DecodedReply): boolean {
  return form !== 'picture' && form !== 'bytes';
}

/** Of a reply that could not be decoded: a zero byte stands in no text. */
function seemsText(bytes: Buffer): boolean {
  return !bytes.subarray(0, 4096).includes(0);
}

function raw(isText: boolean, text: string, bytes: Buffer): Pick<ConsoleReply, 'raw' | 'hex'> {
  return isText ? { raw: text } : { hex: bytes.subarray(0, hexBytes).toString('hex') };
}

function given(decoded: DecodedView | undefined): Pick<ConsoleReply, 'decoded'> {
  return decoded === undefined ? {} : { decoded };
}
