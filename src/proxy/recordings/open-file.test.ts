import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OpenFile } from './open-file.ts';

const size = 1_000_000;
const never = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function opened() {
  const source = new PassThrough();
  const end = vi.fn();
  return { source, end, file: new OpenFile(source, { first: 0, last: size - 1, size }, end) };
}

it('gives the place at the device back when a viewer reads no further', async () => {
  const { source, end, file } = opened();
  source.write(Buffer.alloc(400_000));
  const body = file.piece(0, 500_000, never, () => undefined);
  const fault = new Promise((resolve) => body.once('error', resolve));
  body.read(0);
  await vi.waitFor(() => expect(body.readableLength).toBeGreaterThan(0));
  await vi.advanceTimersByTimeAsync(25_000);
  expect(source.destroyed).toBe(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(source.destroyed).toBe(true);
  expect(end).toHaveBeenCalled();
  body.resume();
  expect(await fault).toMatchObject({ reason: 'stalled' });
  expect(vi.getTimerCount()).toBe(0);
});

it('lets a viewer take his time between what he reads', async () => {
  const { source, file } = opened();
  const taken = vi.fn();
  const body = file.piece(0, 399_999, never, taken);
  const read: number[] = [];
  for (let part = 0; part < 4; part += 1) source.write(Buffer.alloc(100_000));
  for await (const bytes of body) {
    read.push((bytes as Buffer).length);
    await vi.advanceTimersByTimeAsync(20_000);
  }
  expect(read.reduce((sum, bytes) => sum + bytes)).toBe(400_000);
  expect(taken).toHaveBeenCalledOnce();
  expect([source.destroyed, vi.getTimerCount()]).toEqual([false, 0]);
});
