import { DeviceError } from '../domain/device-error.ts';
import type { DeviceLink, DeviceReply, Peek, QueryValue } from './protocol.ts';

/** What a device of a test answers. Status 200 unless it says otherwise. */
export interface FakeAnswer {
  readonly status?: number | undefined;
  readonly text?: string | undefined;
  readonly contentType?: string | undefined;
  readonly server?: string | undefined;
  readonly authenticate?: string | undefined;
}

type Query = Readonly<Record<string, QueryValue | undefined>>;

/** A device that exists only in a test. What it has no answer for is a 404. */
export interface FakeDevice {
  readonly entryTarget?: string | undefined;
  /** By id of the endpoint. */
  readonly answers?: Readonly<Record<string, FakeAnswer | ((query: Query) => FakeAnswer)>>;
  /** By target; one character of `text` is one byte. */
  readonly peeks?: Readonly<Record<string, FakeAnswer>>;
  /** In place of all the above: every call and every peek gets this. */
  readonly everything?: FakeAnswer | undefined;
  readonly onProgress?: (done: number, most: number) => void;
  /** Each call and each peek as it comes, by the id of its endpoint or its target. */
  readonly onAsked?: ((what: string, query: Query) => void) | undefined;
}

const notFound: FakeAnswer = { status: 404, text: '<html>404</html>', contentType: 'text/html' };
const receivedAtMs = 1_763_700_000_250;

/** A link to a device of a test, with the failures that the real link gives for each status. */
export function fakeLink(device: FakeDevice): DeviceLink {
  return {
    entryTarget: device.entryTarget ?? '/',
    call: async ({ endpoint, query }, options) => {
      device.onAsked?.(endpoint.id, query ?? {});
      const known = device.everything ?? device.answers?.[endpoint.id] ?? notFound;
      const answer = typeof known === 'function' ? known(query ?? {}) : known;
      const reply = toReply(answer);
      if (reply.status < 400 || options?.acceptStatus?.includes(reply.status)) return reply;
      throw statusFailure(reply.status);
    },
    peek: async (target) => {
      device.onAsked?.(target, {});
      return toPeek(device.everything ?? device.peeks?.[target] ?? notFound);
    },
    progress: (done, most) => device.onProgress?.(done, most),
  };
}

function toReply(answer: FakeAnswer): DeviceReply {
  return {
    status: answer.status ?? 200,
    contentType: (answer.contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    text: answer.text ?? '',
    receivedAtMs,
  };
}

/** The beginning of an answer, as `DeviceLink.peek` would give it. */
export function toPeek(answer: FakeAnswer): Peek {
  const head = (answer.text ?? '').slice(0, 4096);
  return {
    status: answer.status ?? 200,
    contentType: toReply(answer).contentType,
    contentTypeLine: answer.contentType ?? '',
    server: answer.server ?? '',
    authenticate: answer.authenticate ?? '',
    head: Uint8Array.from(head, (letter) => letter.charCodeAt(0)),
  };
}

function statusFailure(status: number): DeviceError {
  const detail = String(status);
  if (status === 401) return new DeviceError('unauthorized', 'login-refused', { detail });
  if (status === 403) return new DeviceError('forbidden', 'no-permission', { detail });
  if (status === 404) return new DeviceError('unsupported', 'not-found', { detail });
  return new DeviceError('rejected', 'server-error', { detail });
}
