import type { Readable } from 'node:stream';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceStream } from '../../domain/stream.ts';
import type { DeviceLink, DeviceReply, EndpointCall, Peek } from '../../protocols/protocol.ts';
import { parseOrigin } from './address-policy.ts';
import {
  type Answer,
  AuthenticatedTransport,
  type Question,
  type Transports,
} from './authenticated-transport.ts';
import { boundedBody } from './bounded-body.ts';
import { DeviceDialer } from './device-dialer.ts';
import { clearPortFault, deviceFault } from './device-fault.ts';
import {
  type CallOptions,
  type DeviceTarget,
  type FilePlace,
  type OpenStream,
  openStream,
} from './device-target.ts';
import { transportsTo } from './device-transports.ts';
import type { Environment } from './environment.ts';
import { fileQuestion } from './file-question.ts';
import { flowQuestion, flowTaken, type OutgoingFlow } from './flow-question.ts';
import { defaultLinkLimits, type LinkLimits } from './link-limits.ts';
import { MediaSlots } from './media-slots.ts';
import { type PageKind, pageAsk } from './page-ask.ts';
import { readPeek } from './read-peek.ts';
import { readReply } from './read-reply.ts';
import { refuseStatus } from './refuse-status.ts';
import { requestBody } from './reply-text.ts';
import { checkedTarget, requestTarget } from './request-target.ts';
import { type Lasting, rowQuestion } from './row-question.ts';
import { describePatiently, describeRtsp } from './rtsp/describe-rtsp.ts';
import { isRtsp, type RtspDial, rtspDial } from './rtsp-dial.ts';
import { bareType, headerOf } from './transport.ts';
import { WakeCalls } from './wake-calls.ts';

export type { DeviceTarget, OpenStream };

type Ask = Omit<Question, 'signal'> & {
  readonly operation: string;
  readonly deadlineMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
};

const peekBytes = 4096;
const peekMs = 2000;

/** The one road to one device. Every failure that leaves it is a DeviceError without an address. */
export class DeviceConnection implements DeviceLink {
  readonly entryTarget: string;
  readonly deviceId: string;
  readonly #origin: URL;
  readonly #dialer: DeviceDialer;
  readonly #protocolId: string;
  readonly #environment: Environment;
  readonly #limits: LinkLimits;
  readonly #transports: Transports;
  readonly #asker: AuthenticatedTransport;
  readonly #media: MediaSlots;
  readonly #closing = new AbortController();
  readonly #wakeCalls = new WakeCalls();
  readonly #open = new Set<AbortController>();
  #latencyMs: number | undefined;

  /** @throws DeviceError `address-invalid` or `address-not-allowed` for a bad origin. */
  constructor(target: DeviceTarget, environment: Environment, limits = defaultLinkLimits) {
    this.entryTarget = target.entryTarget;
    this.deviceId = target.deviceId;
    this.#protocolId = target.protocol.id;
    this.#environment = environment;
    this.#limits = limits;
    const { protocol, credentials, addresses, trustedKey } = target;
    this.#origin = parseOrigin(target.origin, addresses);
    const { dialMs } = limits;
    this.#dialer = new DeviceDialer(this.#origin, addresses, { trustedKey, dialMs });
    this.#transports = transportsTo(this.#origin, this.#dialer, limits);
    this.#asker = new AuthenticatedTransport(protocol, credentials, this.#transports, {
      now: () => environment.now(),
      onProven: () => this.#wakeCalls.wake(),
    });
    this.#media = new MediaSlots(limits, target.cameras);
  }

  /** From asking to the header of the answer, of the last call. */
  get latencyMs(): number | undefined {
    return this.#latencyMs;
  }

  /** Whether it was registered by the address of a stream over RTSP. */
  get isRtsp(): boolean {
    return isRtsp(this.#origin);
  }

  /** Whether a host that a device names means this device. Its port is ours to choose. */
  isOwnHost(hostname: string): boolean {
    return hostname.toLowerCase() === this.#origin.hostname;
  }

  /** @returns the function that stops the calls */
  onWake(listener: () => void): () => void {
    return this.#wakeCalls.add(listener);
  }

  /** New credentials were saved: refusals of the old ones no longer hold anything back. */
  credentialsChanged(): void {
    this.#asker.reset();
    this.#wakeCalls.wake();
  }

  async call(call: EndpointCall, options: CallOptions = {}): Promise<DeviceReply> {
    const { deadlineMs = this.#limits.callDeadlineMs, signal, isUrgent } = options;
    const operation = `${this.#protocolId}.${call.endpoint.id}`;
    const startedMs = performance.now();
    return this.#read(
      {
        method: call.endpoint.method,
        target: requestTarget(call),
        ...requestBody(call.body, call.endpoint.bodyType),
        place: { name: operation, provesPassword: false, isUrgent },
        expectsRefusal: options.acceptStatus?.includes(401),
        purpose: 'call',
        isUrgent,
        operation,
        deadlineMs,
        signal,
      },
      async (answer) => {
        this.#latencyMs = Math.round(performance.now() - startedMs);
        const receivedAtMs = this.#environment.now();
        if (!options.acceptStatus?.includes(answer.status)) refuseStatus(answer, operation);
        const bounds = this.#bounds(this.#limits.callBytes, deadlineMs);
        return readReply(answer, bounds, { operation, receivedAtMs });
      },
    );
  }

  async peek(target: string, port?: number): Promise<Peek> {
    if (this.isRtsp) return this.describe({ target, port });
    return this.#read(
      {
        method: 'GET',
        target: checkedTarget(target),
        port,
        place: { name: 'peek', provesPassword: false },
        purpose: 'call',
        operation: 'peek',
        deadlineMs: this.#limits.callDeadlineMs,
      },
      (answer) => readPeek(answer, this.#bounds(peekBytes, peekMs)),
    );
  }

  progress(): void {
    // Nobody waits for it here: whoever does puts a link of his own in front of this one.
  }

  async readFile(
    place: FilePlace,
    limits: { maximumBytes: number; deadlineMs: number },
  ): Promise<{ bytes: Buffer; contentType: string }> {
    return this.#read(
      { ...fileQuestion(place, 'file'), deadlineMs: limits.deadlineMs },
      async (answer) => {
        refuseStatus(answer, 'file');
        const bounds = this.#bounds(limits.maximumBytes, limits.deadlineMs);
        const bytes = await boundedBody(answer.body, bounds, 'file');
        return { bytes, contentType: bareType(headerOf(answer, 'content-type') ?? '') };
      },
    );
  }

  /** Asks a row and hands over what answers; what `lasts` is text, and takes no place of a stream. */
  async openAnswer(call: EndpointCall, signal: AbortSignal, lasts: Lasting = false) {
    const operation = `${this.#protocolId}.${call.endpoint.id}`;
    const deadlineMs = lasts === false ? this.#limits.callDeadlineMs : undefined;
    const ask = { ...rowQuestion(call, operation, lasts), operation, deadlineMs, signal };
    if (lasts !== false || ask.purpose !== 'media') return openStream(await this.#ask(ask));
    return this.#media.open(signal, async (left) => openStream(await this.#ask(ask, left)));
  }

  /** Holds a place among the streams of the device for as long as `use` takes. */
  async rtspStream<Result>(
    place: Pick<DeviceStream, 'target' | 'port'>,
    signal: AbortSignal,
    use: (dial: RtspDial) => Promise<Result>,
  ): Promise<Result> {
    const road = { origin: this.#origin, dialer: this.#dialer, asker: this.#asker };
    const held = await this.#media.open(signal, async (left) => {
      return { left, dial: await rtspDial(road, place, signal) };
    });
    return use(held.dial).finally(held.left);
  }

  /** What a stream over RTSP says that it is. */
  describe(place: Pick<DeviceStream, 'target' | 'port'>): Promise<Peek> {
    const { signal } = this.#closing;
    return this.#wakeCalls.heed(() =>
      describePatiently(
        () => this.rtspStream(place, signal, (dial) => describeRtsp(dial, this.#limits, signal)),
        signal,
      ),
    );
  }

  /** The body flows until the caller destroys it or aborts `signal`. */
  openStream(place: FilePlace, signal: AbortSignal): Promise<OpenStream> {
    return this.#media.open(signal, async (left) => {
      const answer = await this.#ask({ ...fileQuestion(place, 'stream'), signal }, left);
      refuseStatus(answer, 'stream');
      return openStream(answer);
    });
  }

  /**
   * Sends a body for as long as it flows. Resolves as soon as the device has a place for it.
   * @returns what resolves once the device has taken all of it, and fails with a DeviceError
   */
  sendStream(flow: OutgoingFlow, signal: AbortSignal): Promise<{ answered: Promise<void> }> {
    return this.#media.open(signal, async (left) => {
      const answer = this.#ask({ ...flowQuestion(flow), signal }, left);
      const answered = answer
        .then((given) => flowTaken(given, flow))
        .catch((error: unknown) => Promise.reject(deviceFault(error, 'talk')));
      return { answered };
    });
  }

  /** A part of the device's own page, whatever its status. What its scripts ask proves nothing. */
  openPage(target: string, signal: AbortSignal, kind?: PageKind): Promise<OpenStream> {
    const ask = { ...pageAsk(fileQuestion(target, 'stream'), kind), signal };
    return this.#media.open(signal, async (left) => openStream(await this.#ask(ask, left)));
  }

  async close(): Promise<void> {
    this.#wakeCalls.clear();
    this.#asker.reset();
    this.#closing.abort();
    for (const controller of this.#open) {
      controller.abort(new DeviceError('unreachable', 'stopped'));
    }
    await Promise.all(Object.values(this.#transports).map((transport) => transport.close()));
  }

  #bounds(maximumBytes: number, deadlineMs: number) {
    const { trickleMs, trickleBytes } = this.#limits;
    return { maximumBytes, deadlineMs, trickleMs, trickleBytes };
  }

  async #read<Result>(ask: Ask, read: (answer: Answer) => Promise<Result>): Promise<Result> {
    return read(await this.#ask(ask));
  }

  /** Asks, and sees to it that closing, the caller's signal and the deadline end the answer. */
  async #ask(ask: Ask, ended?: () => void): Promise<Answer> {
    const { operation, deadlineMs, signal, ...question } = ask;
    const controller = new AbortController();
    let body: Readable | undefined;
    const stop = (reason: DeviceError) => {
      // Whoever reads it is to hear why, not only that the socket has gone.
      body?.destroy(reason);
      controller.abort(reason);
    };
    const stopped = () => stop(new DeviceError('unreachable', 'stopped', { operation }));
    const deadline =
      deadlineMs === undefined
        ? undefined
        : setTimeout(
            () => stop(new DeviceError('timeout', 'answer-timeout', { operation })),
            deadlineMs,
          );
    const release = () => {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', stopped);
      this.#open.delete(controller);
      ended?.();
    };
    this.#open.add(controller);
    signal?.addEventListener('abort', stopped, { once: true });
    if (signal?.aborted === true) stopped();
    try {
      const answer = await this.#asker.ask({ ...question, signal: controller.signal });
      ({ body } = answer);
      // Somebody must be listening before the caller is, for the device may hang up at once.
      answer.body.on('error', () => undefined).once('close', release);
      this.#wakeCalls.succeeded();
      return answer;
    } catch (error) {
      release();
      // Transports differ in what they make of being stopped.
      const cause: unknown = controller.signal.aborted ? controller.signal.reason : error;
      const fault = clearPortFault(this.#origin, question.port, deviceFault(cause, operation));
      this.#wakeCalls.failed(fault);
      throw fault;
    }
  }
}
