import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AlarmEntry } from './alarm-entry.ts';
import { AlarmOutbox } from './alarm-outbox.ts';
import { AlarmShelf, mostUnsent } from './alarm-shelf.ts';
import { RequestProblem } from './request-problem.ts';

/** As a browser keeps it, for all windows and over a reload. */
class FakeStorage implements Storage {
  readonly kept = new Map<string, string>();
  get length(): number {
    return this.kept.size;
  }
  key = (index: number) => [...this.kept.keys()][index] ?? null;
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
  clear = () => this.kept.clear();
}

let storage: FakeStorage;
let sent: string[] = [];
let asked: boolean[] = [];
let answer: (entry: AlarmEntry) => Promise<void>;

const away = new RequestProblem({ kind: 'unreachable', reason: 'server-unreachable' });
const entry = (requestId: string, of: Partial<AlarmEntry> = {}): AlarmEntry => ({
  requestId,
  personId: 'guard',
  alarmId: 'a1',
  atMs: Date.now(),
  dueAtMs: Date.now(),
  action: { kind: 'claim' },
  ...of,
});
/** A window: all windows of a browser have one storage. */
const outbox = () =>
  new AlarmOutbox({
    shelf: new AlarmShelf(storage),
    send: async (each, asksPassword) => {
      asked.push(asksPassword);
      await answer(each);
      sent.push(each.requestId);
    },
    alone: (work) => work(),
    now: () => Date.now(),
  });
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  storage = new FakeStorage();
  sent = [];
  asked = [];
  answer = async () => undefined;
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test('sends at once, and keeps nothing of what was taken', async () => {
  const box = outbox();
  const stop = box.start('guard');
  expect(box.add(entry('r1'))).toBe(true);
  expect(box.state.getState().entries).toHaveLength(1);
  await settle();
  expect(sent).toEqual(['r1']);
  expect(storage.length).toBe(0);
  expect(box.state.getState()).toEqual({ entries: [], sendingId: null, stuck: null });
  stop();
});

test('waits where it can be taken back, and sends nothing that was', async () => {
  const box = outbox();
  const stop = box.start('guard');
  box.add(entry('r1', { dueAtMs: 1_005_000 }));
  box.add(entry('r2', { alarmId: 'a2', dueAtMs: 1_005_000 }));
  await vi.advanceTimersByTimeAsync(4999);
  expect(sent).toEqual([]);
  box.takeBack('r1');
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual(['r2']);
  stop();
});

test('who goes on with an alarm takes nothing back that was before', async () => {
  const box = outbox();
  const stop = box.start('guard');
  box.add(entry('r1', { dueAtMs: 1_005_000 }));
  box.add(entry('r2', { atMs: 1_000_001 }));
  await settle();
  expect(sent).toEqual(['r1', 'r2']);
  stop();
});

test('keeps the order while the proxy is away, over a reload, and sends it on return', async () => {
  answer = () => Promise.reject(away);
  const box = outbox();
  const stop = box.start('guard');
  box.add(entry('r1'));
  box.add(entry('r2', { alarmId: 'a2', atMs: 1_000_001 }));
  await settle();
  expect(box.state.getState()).toMatchObject({ stuck: 'away', entries: [{}, {}] });
  stop();

  const reloaded = outbox();
  const stopReloaded = reloaded.start('guard');
  await settle();
  expect(reloaded.state.getState()).toMatchObject({ stuck: 'away', entries: [{}, {}] });
  answer = async () => undefined;
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual(['r1', 'r2']);
  expect(reloaded.state.getState()).toMatchObject({ stuck: null, entries: [] });
  stopReloaded();
});

test('says what was refused, forgets it, and goes on', async () => {
  answer = async ({ requestId }) => {
    if (requestId === 'r1') throw new RequestProblem({ kind: 'conflict', reason: 'conflict' }, 409);
  };
  const box = outbox();
  const refused = vi.fn();
  const forget = box.onRefused(refused);
  const stop = box.start('guard');
  box.add(entry('r1'));
  box.add(entry('r2', { atMs: 1_000_001 }));
  await settle();
  expect(refused).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ requestId: 'r1' }), {
    kind: 'conflict',
    reason: 'conflict',
  });
  expect(sent).toEqual(['r2']);
  expect(storage.length).toBe(0);
  forget();
  stop();
});

test('sends nothing of another person', async () => {
  answer = () => Promise.reject(away);
  const box = outbox();
  const stop = box.start('guard');
  box.add(entry('r1'));
  await settle();
  stop();
  answer = async () => undefined;
  const stopOther = box.start('other');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(box.state.getState().entries).toEqual([]);
  expect(sent).toEqual([]);
  stopOther();
  const stopFirst = box.start('guard');
  await settle();
  expect(sent).toEqual(['r1']);
  stopFirst();
});

test('waits for the password, and asks for it only where somebody waits', async () => {
  answer = () =>
    Promise.reject(new RequestProblem({ kind: 'confirm-needed', reason: 'confirm-needed' }, 403));
  const box = outbox();
  const stop = box.start('guard');
  box.add(entry('r1', { atMs: 900_000, dueAtMs: 900_000 }));
  await settle();
  expect(box.state.getState().stuck).toBe('password');
  expect(asked).toEqual([false]);
  answer = async () => undefined;
  box.sendNow(true);
  await settle();
  expect(asked).toEqual([false, true]);
  expect(sent).toEqual(['r1']);
  stop();
});

test('a fault of the proxy holds up what comes after it for some time only', async () => {
  const fault = new RequestProblem({ kind: 'internal', reason: 'internal' }, 500);
  answer = ({ requestId }) => (requestId === 'r1' ? Promise.reject(fault) : Promise.resolve());
  const box = outbox();
  const stop = box.start('guard');
  box.add(entry('r1'));
  box.add(entry('r2', { atMs: 1_000_001 }));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent).toEqual(['r2']);
  stop();
});

test('is bounded, and reads nothing that is not its own', () => {
  const shelf = new AlarmShelf(storage);
  storage.setItem('watchfloor.unsent-alarm-action.x', '{"requestId":1}');
  storage.setItem('watchfloor.unsent-alarm-action.y', 'no json');
  for (let index = 0; index < mostUnsent; index += 1) shelf.put(entry(`r${index}`));
  expect(shelf.put(entry('one-more'))).toBe(false);
  expect(shelf.put(entry('r7', { dueAtMs: 0 }))).toBe(true);
  expect(shelf.all()).toHaveLength(mostUnsent);
  shelf.clean(Date.now() + 25 * 3_600_000, 'other');
  expect(shelf.all()).toEqual([]);
});
