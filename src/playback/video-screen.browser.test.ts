import { afterEach, expect, it, vi } from 'vitest';
import { addressOfClip } from './recorded/fake-footage.ts';
import { VideoScreen } from './video-screen.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it('counts pictures also where a browser does not tell of its frames', async () => {
  const seen: number[] = [];
  const screen = new VideoScreen('contain', ({ mediaTime }) => seen.push(mediaTime));
  Object.defineProperty(screen.video, 'requestVideoFrameCallback', { value: undefined });
  screen.mount(document.body);
  screen.video.src = addressOfClip({ fileId: 'old-browser' });
  await expect.poll(() => seen.at(-1) ?? 0).toBeGreaterThan(0.3);
  expect(screen.still()).not.toBeNull();
  expect(screen.progress().framesPerSecond).toBeGreaterThan(0);
  screen.unmount();
  const count = seen.length;
  screen.video.dispatchEvent(new Event('timeupdate'));
  expect(seen.length).toBe(count);
});
