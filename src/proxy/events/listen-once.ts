import { DeviceError } from '../../domain/device-error.ts';
import type { ReportedEvent } from '../../domain/device-event.ts';
import type { DeviceConnection } from '../link/device-connection.ts';
import { deviceFault, statusFault } from '../link/device-fault.ts';
import { discardStream } from '../link/device-target.ts';
import { signOfLife } from '../link/socket-life.ts';
import { SilenceWatch } from '../media/silence-watch.ts';
import type { EventSubscription } from './event-subscription.ts';

/** The road to a device, as far as whoever listens walks it. */
export type HearingRoad = Pick<DeviceConnection, 'call' | 'openAnswer'>;

/** What is made of what a connection brings. */
export interface Ears {
  /** The device has answered, or shown in any way that it is there. */
  alive(): void;
  heard(events: readonly ReportedEvent[], receivedAtMs: number): void;
  /** The device has told something that never came; @param sinceMs when the last piece came whole */
  missed(sinceMs: number): void;
}

export interface Hearing {
  readonly road: HearingRoad;
  readonly ears: Ears;
  readonly now: () => number;
  /** Whether somebody looks at events at this moment. */
  readonly watched: () => boolean;
  /** It took the last connection and then said nothing: that it takes one says little. */
  readonly fellSilent: boolean;
  readonly signal: AbortSignal;
}

/** So long a device that said nothing to the last question may take to be heard again. */
const silentAnswerMs = 3000;

/**
 * Listens by one subscription until that ends.
 * @throws DeviceError however it ends
 */
export function listenOnce(subscription: EventSubscription, hearing: Hearing): Promise<never> {
  return subscription.kind === 'poll' ? poll(subscription, hearing) : follow(subscription, hearing);
}

async function poll(
  subscription: Extract<EventSubscription, { kind: 'poll' }>,
  { road, ears, now, watched, fellSilent, signal }: Hearing,
): Promise<never> {
  const asked = [subscription, ...(subscription.further ?? [])].map(({ call, reader }) => ({
    call,
    reader: reader(),
  }));
  let options = fellSilent ? { deadlineMs: silentAnswerMs } : {};
  for (;;) {
    for (const { call, reader } of asked) {
      const reply = await road.call(call, options);
      options = {};
      if (signal.aborted) throw stopped();
      ears.alive();
      ears.heard(reader.read(reply.text, reply.receivedAtMs), now());
    }
    const { watchedEveryMs, elseEveryMs } = subscription;
    await pause(watched() ? watchedEveryMs : elseEveryMs, signal);
  }
}

async function follow(
  subscription: Extract<EventSubscription, { kind: 'socket' | 'stream' }>,
  { road, ears, now, fellSilent, signal }: Hearing,
): Promise<never> {
  const { kind, call, silenceMs } = subscription;
  const reader = subscription.reader();
  const answer = await road.openAnswer(call, signal, true);
  if (answer.status < 200 || answer.status >= 300) {
    discardStream(answer);
    throw statusFault(answer.status, { operation: 'events', sentCredentials: true });
  }
  const { body } = answer;
  if (!fellSilent) ears.alive();
  let wholeAtMs = now();
  let lost = 0;
  const decoder = new TextDecoder();
  const text = (piece: Buffer) =>
    kind === 'socket' ? piece.toString('utf8') : decoder.decode(piece, { stream: true });
  return new Promise((_, reject) => {
    const silence = new SilenceWatch(
      () => silenceMs,
      () => body.destroy(new DeviceError('timeout', 'stalled', { operation: 'events' })),
    );
    const sign = () => {
      silence.mark();
      ears.alive();
    };
    const end = (fault: unknown) => {
      silence.stop();
      reject(deviceFault(fault, 'events'));
    };
    silence.mark();
    // Flowing, so that each message of a socket comes as one piece.
    body
      .on('data', (piece: Buffer) => {
        sign();
        try {
          const events = reader.read(text(piece), now());
          if ((reader.lost ?? 0) > lost) ears.missed(wholeAtMs);
          lost = reader.lost ?? 0;
          wholeAtMs = now();
          ears.heard(events, now());
        } catch (fault) {
          body.destroy(fault instanceof Error ? fault : undefined);
        }
      })
      .on(signOfLife, sign)
      .once('error', end)
      .once('close', () => end(new DeviceError('unreachable', 'connection-lost')));
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(stopped());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end);
      resolve();
    }, ms);
    signal.addEventListener('abort', end, { once: true });
  });
}

function stopped(): DeviceError {
  return new DeviceError('unreachable', 'stopped', { operation: 'events' });
}
