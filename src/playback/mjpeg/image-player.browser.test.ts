import { expect, it, vi } from 'vitest';
import type { PlayerTask } from '../player.ts';
import { colouredJpeg, FakeFramesSocket } from './fake-frames-server.ts';
import { ImageFrames } from './image-frames.ts';
import { ImagePlayer } from './image-player.ts';

const task: PlayerTask = {
  cameraId: 'cam-1',
  stream: { id: 'main', kind: 'mjpeg', quality: 'main' },
  fit: 'cover',
  tile: 'a',
  surface: {
    name: '',
    locate: () => ({ x: 0, y: 0, width: 0, height: 0 }),
    onMove: () => () => undefined,
  },
  onFailure: () => undefined,
};

it('shows each new picture and leaves no address behind', async () => {
  const made = vi.spyOn(URL, 'createObjectURL');
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  const socket = new FakeFramesSocket();
  const player = new ImagePlayer(new ImageFrames(() => socket), task);
  const host = document.createElement('div');
  document.body.append(host);
  player.mount(host);
  socket.open();
  socket.say({ type: 'feed', tile: 'a', feed: 3 });
  socket.show(3, await colouredJpeg('#ff0000', 320, 240));
  await expect.poll(() => player.progress().width).toBe(320);
  socket.show(3, await colouredJpeg('#00ff00', 352, 288));
  await expect.poll(() => player.progress().width).toBe(352);
  const image = host.querySelector('img');
  expect(image?.style.objectFit).toBe('cover');
  player.unmount();
  expect(image?.hasAttribute('src')).toBe(false);
  expect(host.childElementCount).toBe(0);
  expect(socket.requests.at(-1)).toEqual({ type: 'unwatch', tile: 'a' });
  const addresses = made.mock.results.map(({ value }) => value);
  expect(addresses.length).toBeGreaterThanOrEqual(2);
  expect(new Set(revoked.mock.calls.map(([url]) => url))).toEqual(new Set(addresses));
  host.remove();
});
