import { loadImage } from '@napi-rs/canvas';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { TsNvr } from './ts-nvr.ts';

const clock = { ms: 0 };
const eventTimeMs = Date.UTC(2026, 10, 21, 5, 47, 37, 400);
const stamp = '2026-11-21T00:47:37.400-05:00';
let nvr: TsNvr;
let sockets: WebSocket[];

beforeEach(async () => {
  clock.ms = eventTimeMs;
  sockets = [];
  nvr = new TsNvr({ port: 0, now: () => clock.ms });
  await nvr.start();
});
afterEach(async () => {
  for (const socket of sockets) socket.terminate();
  await nvr.stop();
});

const login = () => Buffer.from(`${nvr.username}:${nvr.password}`).toString('base64');

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${nvr.origin}${path}`, { ...init, headers: { Authorization: `Basic ${login()}` } });
}

/** Subscribes and drops the subscriber id; `next` waits for the message after the last one read. */
async function subscribe(query: string) {
  const auth = encodeURIComponent(login());
  const socket = new WebSocket(
    `${nvr.origin.replace('http', 'ws')}/wsapi/subscribeEvents?${query}&auth=${auth}`,
  );
  sockets.push(socket);
  const come: string[] = [];
  socket.on('message', (data) => come.push(String(data)));
  socket.on('error', () => undefined);
  const raw = async (): Promise<string> => {
    await vi.waitFor(() => expect(come.length).toBeGreaterThan(0), { interval: 2 });
    return come.shift() ?? '';
  };
  const next = async (): Promise<unknown> => JSON.parse(await raw());
  await next();
  return { socket, next, raw, come };
}

const send = (kind: string, fields: Record<string, unknown> = {}, channel?: number) =>
  nvr.events.send({ kind, fields, ...(channel === undefined ? {} : { channel }) });

describe('a new subscription', () => {
  it('is told how motion, parking and recording stand', async () => {
    send('motion', { on: true }, 2);
    send('recording', { on: false }, 3);
    const { next } = await subscribe('topics=motionChanges,parkingCount,recordingStatus');
    const motion = (await next()) as { updated: unknown[] };
    expect(motion.updated).toHaveLength(8);
    expect(motion.updated).toContainEqual({ chid: 2, motion: true });
    expect(await next()).toEqual({
      timestamp: stamp,
      topic: 'parkingCount',
      updated: [
        { id: 1, name: 'Car park', type: 'counter', count: 23, maxCount: 40 },
        { id: 2, name: 'All parking', type: 'group', count: 23, maxCount: 40, member: [1] },
      ],
    });
    const recording = (await next()) as { event: string; channel: unknown[] };
    expect(recording.event).toBe('currentStatus');
    expect(recording.channel.slice(1, 3)).toEqual([
      { chid: 2, streaming: true, recording: true },
      { chid: 3, streaming: true, recording: false, timestampRecordingFailure: stamp },
    ]);
  });
});

describe('an ordered event', () => {
  it.each([
    ['status', { code: 408 }, { event: 'statusChanged', chid: 2, status: { code: 408 } }],
    ['channel-added', {}, { event: 'channelAdded', chid: 2 }],
    ['channel-removed', {}, { event: 'channelRemoved', chid: 2 }],
    ['channel-swapped', { with: 5 }, { event: 'channelSwapped', chid: [2, 5] }],
    [
      'channel-renamed',
      { name: 'Foyer' },
      { event: 'nameChanged', chid: 2, name: 'Foyer', displayName: 'CH2. Foyer' },
    ],
    ['source-modified', {}, { event: 'videoSrcModified', chid: 2 }],
    ['stream-changed', {}, { event: 'videoStreamChanged', chid: 2 }],
    [
      'stream-ready',
      {},
      { event: 'videoStreamReady', chid: 2, status: { code: 2, message: 'Video available' } },
    ],
  ])('%s tells of a channel', async (kind, fields, message) => {
    const { next } = await subscribe('topics=channelStatus&ch=2');
    await next();
    send(kind, fields, 3);
    expect(send(kind, fields, 2)?.listeners).toBe(1);
    expect(await next()).toMatchObject({ timestamp: stamp, topic: 'channelStatus', ...message });
  });

  it('motion tells of the channels that are asked for', async () => {
    const { next } = await subscribe('topics=motionChanges&ch=2');
    expect(await next()).toEqual({ topic: 'motionChanges', updated: [{ chid: 2, motion: false }] });
    expect(send('motion', {}, 3)?.listeners).toBe(0);
    send('motion', { on: true }, 2);
    expect(await next()).toEqual({ topic: 'motionChanges', updated: [{ chid: 2, motion: true }] });
  });

  it('recording fails and comes back', async () => {
    const { next } = await subscribe('topics=recordingStatus');
    await next();
    send('recording', { on: false }, 3);
    expect(await next()).toEqual({
      timestamp: stamp,
      topic: 'recordingStatus',
      event: 'statusChanged',
      channel: [{ chid: 3, streaming: true, recording: false, timestampRecordingFailure: stamp }],
    });
    send('recording', { on: true }, 3);
    expect(await next()).toMatchObject({ channel: [{ chid: 3, recording: true }] });
  });

  it('parking counts', async () => {
    const { next } = await subscribe('topics=parkingCount&ch=1');
    await next();
    send('parking', { count: 31 });
    expect(await next()).toMatchObject({ updated: [{ id: 1, count: 31 }] });
    expect(await (await ask('/api/enum?what=parkingLot')).json()).toMatchObject({
      counter: [{ count: 31 }],
    });
  });

  it('plate has a picture, and is found afterwards', async () => {
    const { next } = await subscribe('topics=LPR');
    send('plate', { plate: 'KRT551', score: 91, direction: 'exit' });
    const message = (await next()) as { image: string };
    expect(message).toMatchObject({
      timestamp: stamp,
      chid: { chid: 1, title: 'Main gate', displayName: 'CH1. Main gate' },
      deviceCode: 'F00001',
      deviceName: 'Main gate',
      linkedChannel: [{ chid: 4 }],
      plateNo: 'KRT551',
      score: 91,
      timeBegin: '2026-11-21T00:47:33.398-05:00',
      topic: 'LPR',
      parkingLot: { entrance: 1, exit: 1 },
      direction: 'exit',
    });
    expect((await fetch(message.image)).status).toBe(401);
    const picture = await ask(new URL(message.image).pathname);
    const { width } = await loadImage(Buffer.from(await picture.arrayBuffer()));
    expect(width).toBe(374);
    const found = await (await ask('/api/find?what=carNo&keyword=RT5')).json();
    expect(found).toMatchObject({
      totalCount: 1,
      at: 0,
      data: [{ plateNo: 'KRT551', image: [message.image], srcCode: 'F00001' }],
    });
  });

  it('call has a start and an end, and the streams of its channels where asked', async () => {
    const plain = await subscribe('topics=emergencyCall');
    const verbose = await subscribe('topics=emergencyCall&verbose=true');
    expect(send('call')?.listeners).toBe(2);
    expect(await plain.next()).toEqual({
      timestamp: stamp,
      caller: '0000001',
      device: 'Sammul/Vizufon',
      event: 'callStart',
      linkedChannel: [6, 7].map((chid) => ({
        chid,
        title: expect.any(String),
        displayName: expect.any(String),
        src: `${nvr.origin}/watch?ch=${chid}`,
      })),
      name: 'Stairwell call point',
      topic: 'emergencyCall',
    });
    expect(await verbose.next()).toMatchObject({
      linkedChannel: [{ streams: expect.arrayContaining([expect.anything()]) }, { chid: 7 }],
    });
    send('call', { on: false });
    expect(await plain.next()).toMatchObject({ event: 'callEnd', caller: '0000001' });
  });

  it('object is told to those who want its type, with a crop of what moves', async () => {
    const { next } = await subscribe('topics=object&objectType=face,bodyTemperature');
    expect(send('object', {}, 2)?.listeners).toBe(0);
    send('object', { type: 'face', objId: 7, parentId: 6 }, 2);
    const face = (await next()) as { image: string };
    expect(face).toMatchObject({
      ...{ timestamp: stamp, topic: 'object', chid: 2, objId: 7, parentId: 6, type: 'face' },
      attributes: { gender: 'female', glasses: false },
    });
    const picture = await ask(new URL(face.image).pathname);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    const { width, height } = await loadImage(Buffer.from(await picture.arrayBuffer()));
    expect(Math.min(width, height)).toBeGreaterThan(20);
    send('body-temperature', {}, 2);
    expect(await next()).toMatchObject({ type: 'bodyTemperature', linkedChannel: [{ chid: 2 }] });
  });

  it('system and packing are told, and the log keeps the first', async () => {
    const { next } = await subscribe('topics=systemEvent,packing');
    send('system', { code: 2, name: 'System shutdown', comment: 'by hand' });
    const logged = {
      ...{ id: 1, type: 0, typeName: 'System log', code: 2, codeName: 'System shutdown' },
      ...{ timeRange: [stamp], comment: 'by hand' },
    };
    expect(await next()).toEqual({ topic: 'systemEvent', ...logged });
    send('packing');
    expect(await next()).toMatchObject({ timestamp: stamp, topic: 'packing' });
    expect(await (await ask('/api/find?what=eventLog')).json()).toEqual({
      ...{ totalCount: 1, at: 0, data: [logged] },
    });
  });

  it('of no known kind or channel is none', () => {
    expect(send('nonsense')).toBeNull();
    expect(send('constructor')).toBeNull();
    expect(send('motion', {}, 99)).toBeNull();
    expect(nvr.events.told).toBe(0);
  });
});

it('the log is told in pages, newest first, between two instants', async () => {
  for (let code = 1; code <= 60; code += 1) {
    clock.ms = eventTimeMs + code * 1000;
    send('system', { code });
  }
  const find = async (query: string) =>
    (await (await ask(`/api/find?what=eventLog${query}`)).json()) as {
      totalCount: number;
      data: { code: number }[];
    };
  const newest = await find('');
  expect([newest.totalCount, newest.data.length, newest.data[0]?.code]).toEqual([60, 50, 60]);
  expect((await find('&at=50&maxCount=20')).data).toHaveLength(10);
  expect((await find('&sort=asc&maxCount=1')).data).toMatchObject([{ code: 1 }]);
  const from = encodeURIComponent(new Date(eventTimeMs + 58_000).toISOString());
  expect((await find(`&timeBegin=${from}`)).totalCount).toBe(3);
  expect((await find('&type=6')).totalCount).toBe(0);
});

describe('what others push', () => {
  const push = (body: unknown) => ask('/api/push', { method: 'POST', body: JSON.stringify(body) });

  it('is told to those who listen, several at once', async () => {
    const { next } = await subscribe('topics=LPR,emergencyCall');
    const reply = await push([
      { topic: 'LPR', src: 'F00001', plateNo: 'DSP963', when: '2018-02-01T14:30:15-05:00' },
      { topic: 'emergencyCall', device: 'v/d', src: '0000001', event: 'callStart', camera: '1,2' },
    ]);
    expect([reply.status, await reply.text()]).toEqual([200, '']);
    expect(await next()).toMatchObject({
      ...{ topic: 'LPR', plateNo: 'DSP963', deviceName: 'Main gate' },
      timestamp: '2018-02-01T14:30:15.000-05:00',
    });
    expect(await next()).toMatchObject({
      ...{ topic: 'emergencyCall', device: 'v/d', linkedChannel: [{ chid: 1 }, { chid: 2 }] },
    });
    expect(nvr.controls.desk.entries.at(-1)).toMatchObject({ command: 'push', obeyed: true });
  });

  it.each([[{ topic: 'weather' }], [[]], ['x']])('is refused where it is %j', async (body) => {
    expect((await push(body)).status).toBe(400);
  });

  it('as a trigger is logged, and its recordings are named', async () => {
    const trigger = (chid: number) =>
      ask('/api/event-videos/trigger', {
        method: 'PUT',
        body: JSON.stringify({
          ...{ chid, title: 'fire outbreak', comment: { tel: '119' } },
          tasks: [{ command: 'eventBackup', preAlarm: '5s', postAlarm: '1m', chids: [2] }],
        }),
      });
    expect(await (await trigger(1)).json()).toEqual({
      eventId: 1,
      videoURLs: [1, 2].map((id) => `/event-storage/e/20261121/054737/ch${id}-20261121-054737.mp4`),
    });
    expect(await (await ask('/api/find?what=eventLog&type=6')).json()).toMatchObject({
      data: [{ id: 1, codeName: 'fire outbreak', comment: '{"tel":"119"}' }],
    });
    expect((await trigger(99)).status).toBe(400);
  });
});

describe('a fault of the events', () => {
  const faults = () => nvr.events.faults;

  it('silent answers no ping and tells nothing, until it is over', async () => {
    const { socket, next, come } = await subscribe('topics=packing');
    const pong = vi.fn();
    socket.on('pong', pong);
    faults().set('silent', 5000);
    send('packing', { text: 'unheard' });
    socket.ping();
    await ask('/api/info?apiVersion');
    clock.ms += 5000;
    send('packing', { text: 'heard' });
    expect(await next()).toMatchObject({ event: 'heard' });
    expect(come).toEqual([]);
    expect(pong).not.toHaveBeenCalled();
    socket.ping();
    await vi.waitFor(() => expect(pong).toHaveBeenCalledOnce());
  });

  it('cut ends what is there, and lets in anew', async () => {
    const { socket } = await subscribe('topics=packing');
    faults().set('cut', 0);
    await vi.waitFor(() => expect(socket.readyState).toBe(WebSocket.CLOSED));
    await subscribe('topics=packing');
  });

  it('refuse lets nobody in', async () => {
    faults().set('refuse', 5000);
    const refused = new Promise((resolve) => {
      const url = `${nvr.origin.replace('http', 'ws')}/wsapi/subscribeEvents?topics=LPR`;
      const socket = new WebSocket(`${url}&auth=${encodeURIComponent(login())}`);
      socket.on('unexpected-response', (_, { statusCode }) => {
        socket.on('error', () => undefined);
        socket.terminate();
        resolve(statusCode);
      });
    });
    expect(await refused).toBe(503);
  });

  it('garbage comes in place of events', async () => {
    const { raw } = await subscribe('topics=packing');
    faults().set('garbage', 5000);
    send('packing');
    const text = await raw();
    expect(() => JSON.parse(text)).toThrow();
  });
});
