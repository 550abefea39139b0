import { describe, expect, it } from 'vitest';
import { followLiveEdge } from './live-edge.ts';

function video(behindSeconds: number, playbackRate = 1) {
  const buffered = { length: 1, start: () => 0, end: () => 10 + behindSeconds };
  return { buffered, currentTime: 10, playbackRate };
}

describe('followLiveEdge', () => {
  it('jumps over a large delay', () => {
    const late = video(4);
    followLiveEdge(late);
    expect(late.currentTime).toBeGreaterThan(13.5);
    expect(late.currentTime).toBeLessThan(14);
  });

  it('hurries after a small one, and rests when it has caught up', () => {
    const behind = video(0.5);
    followLiveEdge(behind);
    expect(behind.playbackRate).toBeGreaterThan(1);
    const near = video(0.2, behind.playbackRate);
    followLiveEdge(near);
    expect(near.playbackRate).toBeGreaterThan(1);
    const there = video(0.1, near.playbackRate);
    followLiveEdge(there);
    expect(there).toMatchObject({ playbackRate: 1, currentTime: 10 });
  });

  it('leaves a video alone that has nothing buffered', () => {
    const empty = { ...video(5), buffered: { length: 0, start: () => 0, end: () => 0 } };
    followLiveEdge(empty);
    expect(empty).toMatchObject({ playbackRate: 1, currentTime: 10 });
  });
});
