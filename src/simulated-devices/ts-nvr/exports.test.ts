import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { TsNvr } from './ts-nvr.ts';

const nowMs = Date.UTC(2026, 5, 10, 12);
const nvr = new TsNvr({ port: 0, now: () => nowMs });
const auth = Buffer.from(`${nvr.username}:${nvr.password}`).toString('base64');

interface Message {
  readonly stage?: string;
  readonly request?: string;
  readonly ttl?: number;
  readonly status?: { readonly code: number };
  readonly task?: { readonly id: string };
  readonly channel?: {
    readonly file?: {
      readonly download?: readonly { fileName: string; src: string; md5: string }[];
    };
  };
}

beforeAll(() => nvr.start());
beforeEach(() => void nvr.recordings.disturbExports?.({}));
afterAll(() => nvr.stop());

/** Twenty seconds of a file that is surely there. */
const [recorded = { fromMs: 0, toMs: 0 }] = nvr.recordings.pieces(1, nowMs - 86_400_000, nowMs);
const range = { fromMs: recorded.fromMs, toMs: Math.min(recorded.toMs, recorded.fromMs + 20_000) };

/** Talks until the end; `reply` says what to answer to a message. */
async function talk(
  query: Record<string, string>,
  reply: (message: Message) => Promise<string | undefined> | string | undefined,
): Promise<Message[]> {
  const search = new URLSearchParams({ auth, ...query });
  const address = `${nvr.origin.replace('http', 'ws')}/wsapi/dataExport?${search}`;
  const socket = new WebSocket(address);
  const heard: Message[] = [];
  let task = '';
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
    socket.on('message', async (data) => {
      const message = JSON.parse(String(data)) as Message;
      heard.push(message);
      task = message.task?.id ?? task;
      const cmd = await reply(message);
      if (cmd !== undefined) socket.send(JSON.stringify({ task, cmd }));
    });
  });
}
const times = {
  timeBegin: new Date(range.fromMs).toISOString(),
  timeEnd: new Date(range.toMs).toISOString(),
};
const longAgo = { timeBegin: '2001-01-01T00:00:00Z', timeEnd: '2001-01-02T00:00:00Z' };
const stages = (messages: readonly Message[]) => messages.map((one) => one.stage ?? one.request);

it('writes a file, lets it be fetched, and ends', async () => {
  const sums: boolean[] = [];
  const query = { ...times, ch: '1', md5: 'true', subtitleFormat: 'VTT', statusInterval: '1s' };
  let gone = '';
  const heard = await talk(query, async ({ stage, channel }) => {
    if (stage !== 'fileEnd') return undefined;
    for (const { src, md5 } of channel?.file?.download ?? []) {
      const bytes = await (await fetch(`${src}?auth=${encodeURIComponent(auth)}`)).arrayBuffer();
      sums.push(createHash('md5').update(new Uint8Array(bytes)).digest('hex') === md5);
      gone = src;
    }
    return 'next';
  });
  expect(stages(heard)).toEqual([
    ...['ready', 'begin', 'channelBegin', 'fileBegin', 'fileWriting', 'fileEnd'],
    ...['channelEnd', 'end'],
  ]);
  expect(sums).toEqual([true, true]);
  expect(heard.at(-1)?.status?.code).toBe(0);
  expect((await fetch(`${gone}?auth=${encodeURIComponent(auth)}`)).status).toBe(404);
});

it('warns, waits when told to, and else gives up', async () => {
  nvr.recordings.disturbExports?.({ ttlMs: 40 });
  let alerts = 0;
  let offered = '';
  const heard = await talk({ ...times, ch: '1' }, ({ request, channel }) => {
    offered = channel?.file?.download?.[0]?.src ?? offered;
    if (request === 'timeoutAlert') alerts += 1;
    return request === 'timeoutAlert' && alerts === 1 ? 'wait' : undefined;
  });
  expect(alerts).toBe(2);
  expect(heard.at(-1)).toMatchObject({ stage: 'end', status: { code: -1004 } });
  // What was not fetched by then is deleted.
  expect((await fetch(`${offered}?auth=${encodeURIComponent(auth)}`)).status).toBe(404);
});

it('is cancelled', async () => {
  const heard = await talk({ ...times, ch: '1' }, ({ stage }) =>
    stage === 'fileEnd' ? 'cancel' : undefined,
  );
  expect(heard.at(-1)?.status?.code).toBe(-1003);
});

it.each([
  ['without a beginning', { timeEnd: times.timeEnd }, -2],
  ['of a channel that is not there', { ...times, ch: '99' }, -2],
  ['of a time without recordings', { ...longAgo, ch: '1' }, -1],
])('refuses an export %s', async (_, query, code) => {
  const heard = await talk(query as Record<string, string>, () => undefined);
  expect(heard).toMatchObject([{ stage: 'ready', status: { code } }]);
});

it.each([-5, -1001])('fails with %i when it is told to', async (code) => {
  nvr.recordings.disturbExports?.({ code });
  const heard = await talk({ ...times, ch: '1' }, ({ stage }) =>
    stage === 'fileEnd' ? 'next' : undefined,
  );
  expect(heard.at(-1)?.status?.code).toBe(code);
});
