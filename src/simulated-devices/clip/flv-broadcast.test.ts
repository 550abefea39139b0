import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClipViewer, mostWaitingBytes } from './clip-broadcast.ts';
import { FlvBroadcast } from './flv-broadcast.ts';
import { type Clip, flvHeader } from './flv-clip.ts';

const minute = Date.UTC(2026, 10, 21, 5, 47, 0);
/** A minute at 2 frames a second, a key picture each second; byte 9 tells the frame. */
const clip: Clip = {
  configuration: Uint8Array.of(0x17, 0, 0, 0, 0),
  parameterSets: [],
  framesPerSecond: 2,
  frames: Array.from({ length: 120 }, (_, i) => ({
    timestampMs: i * 500,
    key: i % 2 === 0,
    body: Uint8Array.of(i % 2 === 0 ? 0x17 : 0x27, 1, 0, 0, 0, i),
  })),
};

class Recorder implements ClipViewer {
  readonly sent: Buffer[] = [];
  waiting = 0;
  isCutOff = false;

  send(bytes: Uint8Array): void {
    this.sent.push(Buffer.from(bytes));
  }

  waitingBytes(): number {
    return this.waiting;
  }

  cutOff(): void {
    this.isCutOff = true;
  }

  /** [frame, timestamp] of every picture sent. */
  get pictures(): number[][] {
    return this.sent
      .filter((tag) => tag[0] === 9 && tag[12] === 1)
      .map((tag) => [tag[16] ?? -1, tag.readUIntBE(4, 3) + (tag[7] ?? 0) * 2 ** 24]);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: minute });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('FlvBroadcast', () => {
  it('greets with the header, the configuration and the pictures since the last key picture', () => {
    vi.setSystemTime(minute + 10_700);
    const viewer = new Recorder();
    new FlvBroadcast(clip, Date.now).join(viewer);
    expect(viewer.sent[0]).toEqual(Buffer.from(flvHeader));
    expect(viewer.sent[1]?.subarray(11, 16)).toEqual(Buffer.from(clip.configuration));
    expect(viewer.pictures).toEqual([
      [20, 0],
      [21, 500],
    ]);
  });

  it('plays in step with the wall clock, with timestamps that grow over the loop', () => {
    vi.setSystemTime(minute + 58_000);
    const viewer = new Recorder();
    new FlvBroadcast(clip, Date.now).join(viewer);
    vi.advanceTimersByTime(4_000);
    expect(viewer.pictures).toEqual(
      [116, 117, 118, 119, 0, 1, 2, 3, 4].map((frame, i) => [frame, i * 500]),
    );
  });

  it('catches up in order after a late timer', () => {
    const viewer = new Recorder();
    new FlvBroadcast(clip, Date.now).join(viewer);
    vi.setSystemTime(minute + 2_200);
    vi.advanceTimersByTime(500);
    expect(viewer.pictures.map(([frame]) => frame)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('cuts off a viewer that does not read, and only that one', () => {
    const broadcast = new FlvBroadcast(clip, Date.now);
    const slow = new Recorder();
    const quick = new Recorder();
    broadcast.join(slow);
    broadcast.join(quick);
    slow.waiting = mostWaitingBytes + 1;
    vi.advanceTimersByTime(1_000);
    expect(slow.isCutOff).toBe(true);
    expect(slow.pictures).toHaveLength(1);
    expect(quick.isCutOff).toBe(false);
    expect(quick.pictures).toHaveLength(3);
    expect(broadcast.viewers).toBe(1);
  });

  it('leaves no timer once the last viewer has gone', () => {
    const broadcast = new FlvBroadcast(clip, Date.now);
    const viewers = [new Recorder(), new Recorder()];
    for (const viewer of viewers) broadcast.join(viewer);
    expect(vi.getTimerCount()).toBe(1);
    for (const viewer of viewers) broadcast.leave(viewer);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('sends nothing while held and goes on from a key picture, greeting those who came meanwhile', () => {
    const broadcast = new FlvBroadcast(clip, Date.now);
    const early = new Recorder();
    const late = new Recorder();
    broadcast.join(early);
    broadcast.hold(true);
    broadcast.join(late);
    vi.advanceTimersByTime(5_600);
    expect(early.pictures).toHaveLength(1);
    expect(late.sent).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
    broadcast.hold(false);
    vi.advanceTimersByTime(400);
    expect(early.pictures.slice(1).map(([frame]) => frame)).toEqual([10, 11, 12]);
    expect(late.sent[0]).toEqual(Buffer.from(flvHeader));
    expect(late.pictures.map(([frame]) => frame)).toEqual([8, 9, 10, 11, 12]);
  });
});
