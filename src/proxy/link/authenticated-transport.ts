import { DeviceError } from '../../domain/device-error.ts';
import type { Credentials, EndpointCall, Protocol } from '../../protocols/protocol.ts';
import { CookieJar } from './cookie-jar.ts';
import { isMalformedHeader, statusFault } from './device-fault.ts';
import type { ByteRange } from './device-target.ts';
import { requestTarget } from './request-target.ts';
import { type Place, type Settle, SignInGuard } from './sign-in-guard.ts';
import {
  discard,
  type Transport,
  type TransportAnswer,
  type TransportRequest,
} from './transport.ts';

export type Question = Omit<TransportRequest, 'headers'> & {
  readonly place: Place;
  readonly contentType?: string | undefined;
  readonly bytes?: ByteRange | undefined;
  /** Whoever asks reckons with a 401 here: it speaks of what this account may, not of its password. */
  readonly expectsRefusal?: boolean | undefined;
};

export interface Answer extends TransportAnswer {
  readonly sentCredentials: boolean;
}

export interface Transports {
  readonly standard: Transport;
  readonly lenient: Transport;
  readonly socket: Transport;
}

/** How a body is packed, of itself or for the journey; null where it comes as it is. */
function packing(answer: TransportAnswer): string | null {
  const named = ['content-encoding', 'transfer-encoding'].flatMap(
    (name) => answer.headers[name] ?? [],
  );
  const codings = named.join(',').toLowerCase().split(',');
  return codings.map((one) => one.trim()).find((one) => !harmlessCodings.has(one)) ?? null;
}

/** Waits for something shared, but no longer than the one who waits is interested. */
function orAborted(shared: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason);
    signal.addEventListener('abort', aborted, { once: true });
    if (signal.aborted) aborted();
    shared.then(() => resolve(), reject);
  });
}

const harmlessCodings = new Set(['', 'identity', 'chunked']);

const signInPlace: Place = { name: 'sign-in', provesPassword: true };

/** Asks one device, as whoever the registry says we are there, in whichever HTTP it understands. */
export class AuthenticatedTransport {
  readonly #protocol: Protocol;
  readonly #credentials: () => Credentials | null;
  readonly #transports: Transports;
  readonly #guard: SignInGuard;
  readonly #jar = new CookieJar();
  #lenient: boolean;
  #known = '';
  #session: Promise<void> | null = null;

  constructor(
    protocol: Protocol,
    credentials: () => Credentials | null,
    transports: Transports,
    clock: { now: () => number; onProven: () => void },
  ) {
    this.#protocol = protocol;
    this.#credentials = credentials;
    this.#transports = transports;
    this.#guard = new SignInGuard(clock.now, clock.onProven);
    this.#lenient = protocol.transport === 'lenient';
  }

  /** Forgets the session and all refusals. */
  reset(): void {
    this.#session = null;
    this.#jar.clear();
    this.#guard.reset();
  }

  async ask(question: Question): Promise<Answer> {
    const credentials = this.#currentCredentials();
    if (credentials === null) return this.#refuseEncodings(await this.#send(question, null), false);
    if (this.#protocol.authentication.kind !== 'session') {
      return this.#refuseEncodings(await this.#guarded(question, credentials), true);
    }
    // Files and media would take Basic without a session. But a refusal of those may also speak of
    // the session, while one of the sign-in always counts against the password.
    const session = this.#signIn(credentials);
    await this.#inTime(session, question);
    const answer = await this.#guarded({ ...question, expectsRefusal: true }, credentials);
    if (answer.status !== 401) return this.#refuseEncodings(answer, true);
    discard(answer);
    // The session may have run out; somebody else may have opened a new one meanwhile.
    if (this.#session === session) this.#session = null;
    await this.#inTime(this.#signIn(credentials), question);
    return this.#refuseEncodings(await this.#guarded(question, credentials), true);
  }

  /** Lets somebody use the account who speaks to the device by himself, when it may be used. */
  async admit(
    place: Place,
    signal: AbortSignal,
  ): Promise<{ readonly credentials: Credentials | null; readonly settle: Settle }> {
    const credentials = this.#currentCredentials();
    if (credentials === null) return { credentials, settle: () => undefined };
    return { credentials, settle: await this.#guard.admit(place, signal) };
  }

  #currentCredentials(): Credentials | null {
    const credentials = this.#credentials();
    const known =
      credentials === null ? '' : JSON.stringify([credentials.username, credentials.password]);
    if (known !== this.#known) this.reset();
    this.#known = known;
    return credentials;
  }

  async #guarded(question: Question, credentials: Credentials): Promise<TransportAnswer> {
    const settle = await this.#guard.admit(question.place, question.signal);
    try {
      const answer = await this.#send(question, credentials);
      if (answer.status === 401) settle(question.expectsRefusal ? 'silent' : 'refused');
      else if (answer.status < 300) settle('accepted');
      return answer;
    } finally {
      settle('silent');
    }
  }

  /** A command gives up a sign-in that hangs, so that its next try begins another. */
  async #inTime(session: Promise<void>, { signal, isUrgent }: Question): Promise<void> {
    try {
      await orAborted(session, signal);
    } catch (error) {
      if (isUrgent && this.#session === session) this.#session = null;
      throw error;
    }
  }

  #signIn(credentials: Credentials): Promise<void> {
    const { authentication } = this.#protocol;
    if (authentication.kind !== 'session') return Promise.resolve();
    if (this.#session !== null) return this.#session;
    const session = this.#openSession(authentication.signIn(credentials));
    this.#session = session;
    session.catch(() => {
      if (this.#session === session) this.#session = null;
    });
    return session;
  }

  async #openSession(call: EndpointCall): Promise<void> {
    // Many wait for it, so it does not end with the one who happened to ask first.
    const { signal } = new AbortController();
    const settle = await this.#guard.admit(signInPlace, signal);
    try {
      const answer = await this.#send(
        {
          method: call.endpoint.method,
          target: requestTarget(call),
          place: signInPlace,
          purpose: 'call',
          isUrgent: true,
          signal,
        },
        null,
      );
      this.#keepCookies(answer);
      discard(answer);
      if (answer.status === 401 || answer.status === 403) settle('refused');
      if (answer.status >= 300) {
        throw answer.status === 401 || answer.status === 403
          ? new DeviceError('unauthorized', 'login-refused', { operation: 'sign-in' })
          : statusFault(answer.status, { operation: 'sign-in', sentCredentials: true });
      }
      settle('accepted');
    } finally {
      settle('silent');
    }
  }

  #headers(question: Question, credentials: Credentials | null): Record<string, string> {
    const headers: Record<string, string> = { accept: '*/*', 'accept-encoding': 'identity' };
    if (question.contentType !== undefined) headers['content-type'] = question.contentType;
    const { bytes } = question;
    if (bytes !== undefined) headers.range = `bytes=${bytes.first}-${bytes.last}`;
    const basic = this.#protocol.authentication.kind === 'basic' || question.purpose !== 'call';
    if (credentials !== null && basic) {
      const pair = `${credentials.username}:${credentials.password}`;
      headers.authorization = `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
    }
    const cookie = credentials === null ? undefined : this.#jar.header();
    if (cookie !== undefined) headers.cookie = cookie;
    return headers;
  }

  #socketTarget({ target, overSocket }: Question, credentials: Credentials | null): string {
    const { authentication } = this.#protocol;
    const signs = overSocket && credentials !== null && authentication.kind === 'session';
    const query = signs ? authentication.socketQuery?.(credentials) : undefined;
    if (query === undefined) return target;
    return `${target}${target.includes('?') ? '&' : '?'}${new URLSearchParams(query)}`;
  }

  async #send(question: Question, credentials: Credentials | null): Promise<TransportAnswer> {
    const { place: _, contentType: __, expectsRefusal: ___, bytes: ____, ...rest } = question;
    const target = this.#socketTarget(question, credentials);
    const headers = this.#headers(question, credentials);
    const request: TransportRequest = { ...rest, target, headers };
    const answer = await this.#sendEitherWay(request);
    if (credentials !== null) this.#keepCookies(answer);
    return answer;
  }

  async #sendEitherWay(request: TransportRequest): Promise<TransportAnswer> {
    if (request.overSocket) return this.#transports.socket.send(request);
    if (this.#lenient) return this.#transports.lenient.send(request);
    try {
      return await this.#transports.standard.send(request);
    } catch (error) {
      // Only a question may be asked twice: a command may already have been obeyed.
      if (!isMalformedHeader(error)) throw error;
      this.#lenient = true;
      if (request.method !== 'GET') throw error;
      return this.#transports.lenient.send(request);
    }
  }

  #keepCookies(answer: TransportAnswer): void {
    const lines = answer.headers['set-cookie'];
    if (lines !== undefined) this.#jar.store(typeof lines === 'string' ? [lines] : lines);
  }

  /** Nothing is ever decoded: a bomb in a picture's clothes stays a refusal. */
  #refuseEncodings(answer: TransportAnswer, sentCredentials: boolean): Answer {
    const encoding = packing(answer);
    if (encoding === null) {
      const { status, headers, body, socket } = answer;
      return { status, headers, body, socket, sentCredentials };
    }
    discard(answer);
    throw new DeviceError('malformed-reply', 'encoding-refused', { detail: encoding });
  }
}
