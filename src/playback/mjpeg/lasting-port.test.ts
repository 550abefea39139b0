import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FrameNews, FrameOrder, FrameTrouble } from './frame-messages.ts';
import { FramesClient } from './frames-client.ts';
import type { MortalPort } from './frames-port.ts';
import { LastingPort } from './lasting-port.ts';

class FakeWorker implements MortalPort {
  readonly orders: FrameOrder[] = [];
  ended = false;
  answers = true;
  #hear: (event: MessageEvent<FrameNews>) => void = () => undefined;
  #fault: () => void = () => undefined;

  postMessage(order: FrameOrder): void {
    if (order.type !== 'ping') this.orders.push(order);
    else if (this.answers) this.say({ type: 'pong' });
  }

  addEventListener(_type: 'message', listener: (event: MessageEvent<FrameNews>) => void): void {
    this.#hear = listener;
  }

  onFault(listener: () => void): void {
    this.#fault = listener;
  }

  end(): void {
    this.ended = true;
  }

  say(news: FrameNews): void {
    this.#hear({ data: news } as MessageEvent<FrameNews>);
  }

  crash(): void {
    this.#fault();
  }
}

let workers: FakeWorker[];
let port: LastingPort;
let losses: FrameTrouble[];

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  losses = [];
  const start = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  };
  port = new LastingPort(start, () => 0);
  port.onLoss((trouble) => losses.push(trouble));
});

afterEach(() => vi.useRealTimers());

const newest = () => workers[workers.length - 1] as FakeWorker;
const beats = (count: number) => {
  for (let beat = 0; beat < count; beat += 1) port.beat();
};

describe('LastingPort', () => {
  it('starts another worker on the ladder, later each time it stops at once', () => {
    for (const retryInMs of [250, 500, 1000, 2000, 4000, 4000]) {
      const lost = newest();
      lost.crash();
      lost.crash();
      expect(lost.ended).toBe(true);
      expect(losses.at(-1)).toMatchObject({
        problem: { reason: 'drawing-stopped' },
        attempt: losses.length,
        retryInMs,
      });
      vi.advanceTimersByTime(retryInMs - 1);
      expect(newest()).toBe(lost);
      vi.advanceTimersByTime(1);
      expect(newest()).not.toBe(lost);
    }
    expect(losses).toHaveLength(6);
  });

  it('begins from the first step again after a worker that lived', () => {
    newest().crash();
    vi.advanceTimersByTime(250);
    beats(40);
    newest().crash();
    expect(losses.map(({ attempt, retryInMs }) => [attempt, retryInMs])).toEqual([
      [1, 250],
      [1, 250],
    ]);
  });

  it('replaces one that has fallen silent, and none that is only quiet', () => {
    beats(100);
    expect(losses).toEqual([]);
    newest().answers = false;
    beats(20);
    expect(losses).toEqual([]);
    beats(1);
    expect(losses).toHaveLength(1);
    beats(100);
    expect(losses).toHaveLength(1);
  });

  it('keeps what is said meanwhile for the next one, and hears no dead one', () => {
    const heard: FrameNews[] = [];
    port.addEventListener('message', ({ data }) => heard.push(data));
    const [first] = workers;
    first?.crash();
    port.postMessage({ type: 'surface-gone', surface: 's1' }, []);
    first?.say({ type: 'reports', reports: [] });
    vi.advanceTimersByTime(250);
    expect(newest().orders).toEqual([{ type: 'surface-gone', surface: 's1' }]);
    expect(heard).toEqual([]);
    newest().say({ type: 'reports', reports: [] });
    expect(heard).toHaveLength(1);
  });
});

describe('a frames client whose worker is lost', () => {
  const placement = {
    tile: 't1',
    surface: 's1',
    cameraId: 'c1',
    streamId: 'main',
    coding: 'jpeg',
    rectangle: { x: 0, y: 0, width: 4, height: 3 },
    fit: 'contain',
  } as const;

  it('says so on its tiles, gives up its grabs, and places the same tiles anew', async () => {
    const client = new FramesClient(port);
    let lostSurfaces = 0;
    const stop = client.onSurfacesLost(() => {
      lostSurfaces += 1;
    });
    port.onLoss((trouble) => client.lose(trouble));
    client.place(placement);
    await Promise.resolve();
    const grabbed = client.grab('t1');
    newest().crash();
    expect(await grabbed).toBeNull();
    expect(client.report('t1')?.trouble).toMatchObject({
      problem: { reason: 'drawing-stopped' },
      attempt: 1,
    });
    expect(lostSurfaces).toBe(1);
    stop();
    client.place(placement);
    await Promise.resolve();
    vi.advanceTimersByTime(250);
    expect(newest().orders).toEqual([{ type: 'tiles', placed: [placement], removed: [] }]);
  });
});
