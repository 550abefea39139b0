import { expect, test, vi } from 'vitest';
import { PaintBatch, type ReadyPicture } from './paint-batch.ts';
import type { FeedKey } from './picture-feed.ts';

function setUp() {
  vi.useFakeTimers({ now: 0 });
  const painted: FeedKey[] = [];
  const batch = new PaintBatch((feed) => painted.push(feed), {
    nowMs: () => Date.now(),
    start: (run, delayMs) => setTimeout(run, delayMs),
  });
  return { batch, painted };
}

function ready(): ReadyPicture & { readonly closed: () => boolean } {
  let closed = false;
  return {
    picture: {
      source: {} as ImageBitmap,
      width: 1,
      height: 1,
      close: () => {
        closed = true;
      },
    },
    shape: { width: 1, height: 1 },
    painted: vi.fn(),
    closed: () => closed,
  };
}

test('paints pictures of cameras in step together, once they have all come', () => {
  const { batch, painted } = setUp();
  batch.add(1, ready());
  vi.advanceTimersByTime(4);
  batch.add(2, ready());
  vi.advanceTimersByTime(4);
  expect(painted).toEqual([]);
  vi.advanceTimersByTime(2);
  expect(painted).toEqual([1, 2]);
});

test('paints after 33 ms however many keep coming', () => {
  const { batch, painted } = setUp();
  for (let feed = 0; feed < 16; feed += 1) {
    batch.add(feed, ready());
    vi.advanceTimersByTime(2);
  }
  expect(painted).toEqual([]);
  batch.add(16, ready());
  vi.advanceTimersByTime(2);
  expect(painted).toHaveLength(17);
});

test('paints at once what waits when a feed brings its next, and closes each when it is done with', () => {
  const { batch, painted } = setUp();
  const [older, other, newer, dropped] = [ready(), ready(), ready(), ready()];
  batch.add(1, older);
  batch.add(2, other);
  batch.add(1, newer);
  batch.add(3, dropped);
  batch.drop(3);
  expect(painted).toEqual([1, 2]);
  expect([older, other, newer, dropped].map(({ closed }) => closed())).toEqual([
    true,
    true,
    false,
    true,
  ]);
  vi.advanceTimersByTime(10);
  expect(painted).toEqual([1, 2, 1]);
  expect(newer.closed()).toBe(true);
  expect(older.painted).toHaveBeenCalledOnce();
  expect(dropped.painted).not.toHaveBeenCalled();
});

test('rests while nothing comes', () => {
  const { batch } = setUp();
  batch.add(1, ready());
  vi.advanceTimersByTime(100);
  expect(vi.getTimerCount()).toBe(0);
});
