import { afterEach, expect, it, vi } from 'vitest';
import type { SimulatedDevice } from '../device.ts';
import { OlderSecuritySpy } from '../securityspy-legacy/older-security-spy.ts';
import { TestClient } from '../video-server/test-client.ts';
import { SecuritySpy } from './security-spy.ts';

afterEach(() => {
  vi.useRealTimers();
});

const streams = {
  securityspy: [
    '++video?cameraNum=0&width=160',
    '++video?cameraNum=0&vcodec=h264',
    '++audio?cameraNum=0',
    '++eventStream?version=3',
    '++eventStream?version=3&format=multipart',
  ],
  'securityspy-legacy': ['++video?cameraNum=0&width=160', '++video?codec=mp4v&cameraNum=0'],
};

it.each([
  ['securityspy', SecuritySpy],
  ['securityspy-legacy', OlderSecuritySpy],
] as const)('%s stops in the middle of every stream and leaves no timer', async (kind, Server) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  const server: SimulatedDevice & {
    readonly accounts: SecuritySpy['accounts'] | OlderSecuritySpy['accounts'];
  } = new Server({ port: 0 });
  await server.start();
  const client = new TestClient(server);
  const replies = await Promise.all(streams[kind].map((target) => client.get(target)));
  expect(replies.map(({ status }) => status)).toEqual(streams[kind].map(() => 200));
  expect(vi.getTimerCount()).toBeGreaterThan(0);
  const ends = replies.map((reply) => expect(reply.arrayBuffer()).rejects.toThrow());
  await server.stop();
  await Promise.all(ends);
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0), { timeout: 10_000 });
  await expect(fetch(server.origin)).rejects.toThrow();
});
