import { afterEach, expect, test, vi } from 'vitest';
import type { ProbeEvent } from '../api/probe.ts';
import { readProbeEvents, runProbe } from './probe-stream.ts';
import { RequestProblem } from './request-problem.ts';

afterEach(() => vi.unstubAllGlobals());

const events: readonly ProbeEvent[] = [
  { type: 'begin', rung: 'address' },
  { type: 'end', rung: 'address', outcome: 'passed', tookMs: 1, fact: 'Einfahrt „Süd“ 🚗' },
  {
    type: 'stopped',
    rung: 'connect',
    problem: { kind: 'unreachable', reason: 'connection-refused' },
  },
];
const bytes = new TextEncoder().encode(events.map((one) => `${JSON.stringify(one)}\n`).join(''));

function inChunks(source: Uint8Array<ArrayBuffer>, size: number) {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (let at = 0; at < source.length; at += size) {
        controller.enqueue(source.slice(at, at + size));
      }
      controller.close();
    },
  });
}

async function collect(body: ReadableStream<Uint8Array<ArrayBuffer>> | null) {
  const seen: ProbeEvent[] = [];
  for await (const event of readProbeEvents(body)) seen.push(event);
  return seen;
}

test.each([1, 2, 3, 7, 64, 10_000])('reads lines that come %i bytes at a time', async (size) => {
  expect(await collect(inChunks(bytes, size))).toEqual(events);
});

test('reads a last line that has no line end', async () => {
  expect(await collect(inChunks(bytes.slice(0, -1), 5))).toEqual(events);
});

test('passes over empty lines and an absent body', async () => {
  const text = `\n\r\n${JSON.stringify(events[0])}\n\n`;
  expect(await collect(inChunks(new TextEncoder().encode(text), 4))).toEqual([events[0]]);
  expect(await collect(null)).toEqual([]);
});

test('names a line that is no JSON', async () => {
  const broken = collect(inChunks(new TextEncoder().encode('<html>\n'), 100));
  await expect(broken).rejects.toMatchObject({ problem: { reason: 'server-unreadable' } });
});

function stubReply(body: BodyInit) {
  const fetched = vi.fn<typeof fetch>(async () => new Response(body));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

test('reports each event and resolves after the last', async () => {
  const fetched = stubReply(bytes);
  const seen: ProbeEvent[] = [];
  await runProbe(
    { address: 'nvr.lan' },
    { signal: new AbortController().signal, onEvent: (event) => seen.push(event) },
  );
  expect(seen).toEqual(events);
  expect(fetched.mock.calls[0]?.[1]?.body).toBe('{"address":"nvr.lan"}');
});

test('says that the proxy broke off when the last line is missing', async () => {
  stubReply(`${JSON.stringify(events[0])}\n`);
  const climbing = runProbe(
    { address: 'nvr.lan' },
    { signal: new AbortController().signal, onEvent: () => undefined },
  );
  await expect(climbing).rejects.toBeInstanceOf(RequestProblem);
});

test('ends with the abort reason when it is cancelled in the middle', async () => {
  stubReply(bytes);
  const control = new AbortController();
  const seen: ProbeEvent[] = [];
  const climbing = runProbe(
    { address: 'nvr.lan' },
    {
      signal: control.signal,
      onEvent: (event) => {
        seen.push(event);
        control.abort();
      },
    },
  );
  await expect(climbing).rejects.toMatchObject({ name: 'AbortError' });
  expect(seen).toEqual(events.slice(0, 1));
});
