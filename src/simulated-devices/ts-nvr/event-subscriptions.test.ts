import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { TsNvr } from './ts-nvr.ts';

const nvr = new TsNvr({ port: 0, now: () => Date.UTC(2026, 10, 21, 5, 47, 37, 400) });
const account = Buffer.from(`${nvr.username}:${nvr.password}`).toString('base64');

beforeAll(() => nvr.start());
afterAll(() => nvr.stop());
beforeEach(() => {
  for (const channel of nvr.channels) channel.recover();
});

/** Subscribes; `next` waits for the message after the last one that was read. */
function subscribe(query: string, path = '/wsapi/subscribeEvents') {
  const auth = encodeURIComponent(account);
  const socket = new WebSocket(`${nvr.origin.replace('http', 'ws')}${path}?${query}&auth=${auth}`);
  const come: unknown[] = [];
  socket.on('message', (data) => come.push(JSON.parse(String(data))));
  const next = async (): Promise<unknown> => {
    if (come.length === 0) await once(socket, 'message');
    return come.shift();
  };
  return { socket, next };
}

describe('a subscription', () => {
  it.each(['/wsapi/subscribeEvents', '/api/subscribeEvents'])(
    'by %s begins with an id and the state of the channels',
    async (path) => {
      const { socket, next } = subscribe('topics=channelStatus,LPR&ch=1,7&verbose=true', path);
      expect(await next()).toEqual({
        subscriberId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        topics: ['channelStatus', 'LPR'],
      });
      expect(await next()).toMatchObject({
        timestamp: '2026-11-21T00:47:37.400-05:00',
        topic: 'channelStatus',
        event: 'currentStatus',
        channel: [
          { chid: 1, displayName: 'CH1. Main gate', status: { code: 200, message: 'Connected' } },
          { chid: 7, title: '', displayName: 'CH7' },
        ],
      });
      socket.terminate();
    },
  );

  it('tells of a channel that is lost, and of no other', async () => {
    const { socket, next } = subscribe('topics=channelStatus&ch=2');
    await next();
    await next();
    nvr.channel(1)?.setOffline(404);
    nvr.channel(2)?.setOffline(408);
    expect(await next()).toMatchObject({ event: 'statusChanged', chid: 2, status: { code: 408 } });
    socket.terminate();
  });

  it('of a topic that there is not is closed at once', async () => {
    const { socket } = subscribe('topics=weather');
    const heard: unknown[] = [];
    socket.on('message', (data) => heard.push(data));
    await once(socket, 'close');
    expect(heard).toEqual([]);
  });
});
