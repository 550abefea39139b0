import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nobody } from '../access/caller.ts';
import type { EventJournal } from './event-journal.ts';
import type { AlarmFeed } from './feed.ts';
import { eventOf, startMs, TestJournal } from './test-journal.ts';
import { TestWindow, viewer } from './test-window.ts';

let test: TestJournal;
let journal: EventJournal;
let windows: TestWindow[];
beforeEach(async () => {
  test = new TestJournal();
  journal = await test.open();
  windows = [];
});
afterEach(async () => {
  for (const window of windows) window.end();
  await test.end();
});

function windowOf(...[caller, more]: [ReturnType<typeof viewer>, object?]): TestWindow {
  const window = new TestWindow(caller, { journal, ...more });
  windows.push(window);
  return window;
}

/** Takes in so many events of a camera, or of the whole device. */
async function happen(count: number, channel: string | undefined = '1'): Promise<void> {
  const event = eventOf({ channel });
  journal.add(Array.from({ length: count }, () => ({ event, mayRepeat: false })));
  await journal.flush();
}

it('says hello, then what happens from now on', async () => {
  await happen(2);
  const window = windowOf(viewer('all')).open(null);
  expect(window.said[0]).toMatchObject({ type: 'hello', latest: 2, alarms: [] });
  await happen(1);
  await vi.waitFor(() => expect(window.numbers).toEqual([3]));
  expect(window.said).toHaveLength(2);
  expect(JSON.stringify(window.said)).not.toContain('imageTarget');
});

it('gives the rest to a window that was away, in order, from memory and from the disk', async () => {
  await happen(1200);
  journal.setGap({ id: 'g', deviceId: 'd1', deviceName: '', fromMs: 1, toMs: 2, state: 'open' });
  await happen(10);
  await journal.flush();
  const inMemory = windowOf(viewer('all')).open(700);
  await vi.waitFor(() => expect(inMemory.numbers).toHaveLength(510));
  expect(inMemory.said.at(-1)).toMatchObject({ through: 1211 });
  await test.close();
  journal = await test.open();
  const fromDisk = windowOf(viewer('all')).open(700);
  await vi.waitFor(() => expect(fromDisk.numbers).toHaveLength(510));
  expect(fromDisk.numbers).toEqual(inMemory.numbers);
});

it('says what is skipped where a window missed more than 5,000', async () => {
  await happen(5002);
  const window = windowOf(viewer('all')).open(1);
  await vi.waitFor(() => expect(window.said).toHaveLength(2));
  expect(window.said[1]).toEqual({ type: 'skipped', fromNumber: 2, through: 5002 });
  await happen(1);
  await vi.waitFor(() => expect(window.numbers).toEqual([5003]));
});

it('tells a window with numbers of another journal to read anew', async () => {
  await happen(3);
  const window = windowOf(viewer('all')).open(900);
  expect(window.said[1]).toEqual({ type: 'skipped', fromNumber: 0, through: 3 });
});

it('keeps nothing for a window that does not read, and tells it what it skipped', async () => {
  const window = windowOf(viewer('all')).open(null);
  window.socket.reads = false;
  await happen(3000);
  await vi.waitFor(() => expect(window.socket.bufferedAmount).toBeGreaterThan(512 * 1024));
  const before = window.said.length;
  await happen(6000);
  await happen(1);
  expect(window.said).toHaveLength(before);
  window.socket.reads = true;
  window.socket.drain();
  await vi.waitFor(() => expect(window.said.at(-1)).toMatchObject({ type: 'skipped' }));
  await happen(1);
  await vi.waitFor(() => expect(window.numbers.at(-1)).toBe(9002));
});

it('shows each caller the events of his own cameras, by the rights of the moment', async () => {
  const window = windowOf(viewer(['d1-c1'])).open(null);
  await happen(1, '1');
  await happen(1, '2');
  journal.add([{ event: eventOf({ channel: undefined }), mayRepeat: false }]);
  journal.setGap({ id: 'g', deviceId: 'd1', deviceName: '', fromMs: 1, toMs: 2, state: 'open' });
  await journal.flush();
  await vi.waitFor(() => expect(window.said.at(-1)).toMatchObject({ through: 4 }));
  expect(window.numbers).toEqual([1]);
  window.caller = viewer(['d1-c1', 'd1-c2']);
  journal.add([{ event: eventOf({ channel: undefined }), mayRepeat: false }]);
  await vi.waitFor(() => expect(window.numbers).toEqual([1, 5]));
  window.caller = nobody;
  await happen(1);
  const witness = windowOf(viewer('all')).open(5);
  await vi.waitFor(() => expect(witness.numbers).toEqual([6]));
  expect(window.numbers).toEqual([1, 5]);
});

it('does not tell of a linked camera that the caller may not see, nor of one that nobody has saved', async () => {
  const window = windowOf(viewer(['d1-c1'])).open(null);
  const linked = [
    { channel: '1', title: 'Gate 1' },
    { channel: '2', title: 'Vault' },
    { channel: '9', title: 'Elsewhere' },
  ];
  const fact = {
    topic: 'call',
    active: true,
    caller: '7',
    place: '',
    deviceName: '',
    linked,
  } as const;
  journal.add([{ event: eventOf({ channel: '1', fact }), mayRepeat: false }]);
  await vi.waitFor(() => expect(window.numbers).toEqual([1]));
  expect(window.said.at(-1)).toMatchObject({
    events: [
      {
        fact: {
          linked: [
            { cameraId: 'd1-c1', title: 'Gate 1' },
            { cameraId: null, title: '' },
            { cameraId: null, title: '' },
          ],
        },
      },
    ],
  });
});

it('carries alarms on the same socket, together where they come together', async () => {
  let change: (ids: readonly string[]) => void = () => undefined;
  const asked: unknown[] = [];
  const alarms: AlarmFeed = {
    read: (_, ids) => {
      asked.push(ids === 'open' ? ids : [...ids]);
      return { alarms: [], flood: { active: ids !== 'open', sinceMs: null } };
    },
    onChanged: (listener) => {
      change = listener;
      return () => undefined;
    },
  };
  const window = windowOf(viewer('all'), { alarms }).open(null);
  change(['a']);
  change(['b', 'a']);
  await vi.waitFor(() => expect(window.said).toHaveLength(2));
  expect(asked).toEqual(['open', ['a', 'b']]);
  expect(window.said[1]).toEqual({
    type: 'alarms',
    alarms: [],
    flood: { active: true, sinceMs: null },
  });
});

it('says that the disk takes nothing, and when it does again', async () => {
  const window = windowOf(viewer('all')).open(null);
  const save = vi.spyOn(test.store, 'save').mockRejectedValue(new TypeError('full'));
  await happen(1);
  await vi.waitFor(() => expect(window.said).toHaveLength(3));
  expect(window.said[1]).toEqual({ type: 'listening', listening: [], unkeptSinceMs: startMs });
  expect(window.numbers).toEqual([1]);
  save.mockRestore();
  await vi.waitFor(() => expect(window.said.at(-1)).toEqual({ type: 'listening', listening: [] }), {
    timeout: 5000,
  });
});

it.each(['{', '{"type":"open"}', '{"type":"open","after":null,"more":1}'])(
  'closes a socket that says %s',
  (text) => {
    const window = windowOf(viewer('all'));
    window.socket.emit('message', text, false);
    expect(window.socket.closedWith).toBe(4000);
    expect(window.isGone).toBe(true);
  },
);
