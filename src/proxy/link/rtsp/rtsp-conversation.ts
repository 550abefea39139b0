import { DeviceError } from '../../../domain/device-error.ts';
import { statusFault } from '../device-fault.ts';
import type { RtspDial } from '../rtsp-dial.ts';
import { RtspAuthorization } from './rtsp-authorization.ts';
import { RtspCutter } from './rtsp-cutter.ts';
import {
  type RtspMessage,
  rtspBytes,
  rtspHeaders,
  rtspStatus,
  withRtspHeaders,
} from './rtsp-message.ts';

export interface RtspSides {
  readonly toDevice: (bytes: Buffer) => void;
  readonly toProgram: (bytes: Buffer) => void;
}

interface Asked {
  readonly request: RtspMessage;
  /** The number that the program gave it. */
  readonly number: string;
  readonly authorized: boolean;
}

const mostUnanswered = 32;
/** A device that does not know how a stream comes is asked for another way by the program. */
const transportRefused = 461;
const bandwidthRefused = 453;

/**
 * What a program and a device say to each other, where only we know the account and the device. The
 * program names the stream by `alias`; no reply of the device may lead it elsewhere.
 */
export class RtspConversation {
  readonly fromProgram: RtspCutter;
  readonly fromDevice: RtspCutter;
  readonly #dial: RtspDial;
  readonly #alias: string;
  readonly #sides: RtspSides;
  readonly #authorization: RtspAuthorization;
  readonly #asked = new Map<string, Asked>();
  #count = 0;
  #fault: DeviceError | null = null;

  constructor(dial: RtspDial, alias: string, sides: RtspSides) {
    this.#dial = dial;
    this.#alias = alias;
    this.#sides = sides;
    this.#authorization = new RtspAuthorization(dial.credentials, dial.digestOnly);
    this.fromProgram = new RtspCutter({
      message: (message) => this.#takeFromProgram(message),
      packets: sides.toDevice,
    });
    this.fromDevice = new RtspCutter({
      message: (message) => this.#takeFromDevice(message),
      packets: sides.toProgram,
    });
  }

  /** The refusal that nothing has made up for. */
  get fault(): DeviceError | null {
    return this.#fault;
  }

  #takeFromProgram(message: RtspMessage): void {
    if (rtspStatus(message) !== undefined) {
      this.#sides.toDevice(rtspBytes(message));
      return;
    }
    const { address } = this.#dial;
    const line = message.line.replace(/ \S+/, (uri) =>
      uri.startsWith(` ${this.#alias}`) ? ` ${address}${uri.slice(this.#alias.length + 1)}` : uri,
    );
    const number = rtspHeaders(message, 'cseq')[0] ?? '';
    this.#ask({ ...message, line }, number);
  }

  #ask(request: RtspMessage, number: string): void {
    const [method = '', uri = ''] = request.line.split(' ');
    const authorization = this.#authorization.header(method, uri);
    this.#count += 1;
    const own = String(this.#count);
    if (this.#asked.size >= mostUnanswered) {
      throw new DeviceError('timeout', 'answer-timeout', { operation: 'stream' });
    }
    this.#asked.set(own, { request, number, authorized: authorization !== undefined });
    const rest = request.headers.filter(([name]) => !/^(cseq|authorization)$/i.test(name));
    const headers = [['CSeq', own] as const, ...rest];
    if (authorization !== undefined) headers.push(['Authorization', authorization]);
    this.#sides.toDevice(rtspBytes({ ...request, headers }));
  }

  #takeFromDevice(message: RtspMessage): void {
    const status = rtspStatus(message);
    if (status === undefined) {
      this.#sides.toProgram(rtspBytes(message));
      return;
    }
    const asked = this.#answered(message);
    if (asked === undefined) return;
    if (status === 401) {
      const lines = rtspHeaders(message, 'www-authenticate');
      if (this.#authorization.challenged(lines, asked.authorized)) {
        this.#ask(asked.request, asked.number);
        return;
      }
    }
    this.#note(status, asked);
    this.#sides.toProgram(
      rtspBytes(
        withRtspHeaders(message, {
          cseq: () => asked.number,
          'www-authenticate': () => undefined,
          location: () => undefined,
          transport: (value) => this.#ownTransport(value),
        }),
      ),
    );
  }

  /** Some devices forget the number; they answer in turn. */
  #answered(message: RtspMessage): Asked | undefined {
    const named = rtspHeaders(message, 'cseq')[0] ?? '';
    const number = this.#asked.has(named) ? named : [...this.#asked.keys()][0];
    const asked = number === undefined ? undefined : this.#asked.get(number);
    if (number !== undefined) this.#asked.delete(number);
    return asked;
  }

  /** @throws DeviceError where the device would send the program to another place */
  #note(status: number, { request, authorized }: Asked): void {
    const facts = { operation: 'stream', sentCredentials: authorized };
    if (status >= 300 && status < 400) throw statusFault(status, facts);
    if (!/^(DESCRIBE|SETUP|PLAY) /.test(request.line) && status !== 401) return;
    if (status < 300) this.#fault = null;
    else if (status === transportRefused) this.#fault = statusFault(501, facts);
    else if (status === bandwidthRefused) this.#fault = statusFault(503, facts);
    else this.#fault = statusFault(status, facts);
  }

  /** The program sends its reports to `source`, which a device could set to any machine's address. */
  #ownTransport(value: string): string {
    const [first = ''] = value.split(',');
    const kept = first.split(';').filter((part) => !/^\s*(source|destination)\s*=/i.test(part));
    if (/^\s*RTP\/AVP\/TCP\s*;/i.test(first)) return kept.join(';');
    return [...kept, `source=${this.#dial.host.replace(/^\[|\]$/g, '')}`].join(';');
  }
}
