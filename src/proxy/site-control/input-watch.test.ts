import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InputReport } from '../../api/site-control.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { Input, PortState } from '../../domain/ports.ts';
import { InputWatch } from './input-watch.ts';

const input = (state: PortState): Input => ({ id: 'input-1', name: 'Door', state });

let reads: string[];
let answer: () => Promise<readonly Input[]>;
let watch: InputWatch;

beforeEach(() => {
  vi.useFakeTimers();
  reads = [];
  answer = async () => [input('off')];
  watch = new InputWatch({
    read: (cameraId) => {
      reads.push(cameraId);
      return answer();
    },
    now: Date.now,
  });
});
afterEach(() => {
  watch.stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
function follow(cameraId = 'gate') {
  const reports: InputReport[] = [];
  const leave = watch.join(cameraId, (report) => reports.push(report));
  const states = () => reports.map(({ inputs }) => inputs.map(({ state }) => state).join());
  return { reports, states, leave };
}

describe('the watch over inputs', () => {
  it('asks a camera once a second, however many look', async () => {
    const windows = [follow(), follow(), follow()];
    await pass(3000);
    expect(reads).toHaveLength(4);
    // Whoever comes later is told at once, and nobody is told twice of the same.
    const late = follow();
    expect(late.states()).toEqual(['off']);
    expect(windows.map(({ states }) => states())).toEqual([['off'], ['off'], ['off']]);
    follow('yard');
    await pass(1000);
    expect(reads.filter((id) => id === 'yard')).toHaveLength(2);
  });

  it('ends with the last one', async () => {
    const [one, other] = [follow(), follow()];
    await pass(0);
    one.leave();
    await pass(1000);
    expect(reads).toHaveLength(2);
    other.leave();
    expect(watch.watched).toBe(0);
    await pass(5000);
    expect(reads).toHaveLength(2);
  });

  it('tells of a change, and since when each state holds', async () => {
    const { reports, states } = follow();
    await pass(0);
    const [first] = reports;
    answer = async () => [input('on'), { id: 'input-2', name: '', state: 'off' }];
    await pass(1000);
    expect(states()).toEqual(['off', 'on,off']);
    expect(reports[1]?.inputs[0]?.sinceMs).toBe((first?.atMs ?? 0) + 1000);
    answer = async () => [input('on'), { id: 'input-2', name: '', state: 'on' }];
    await pass(1000);
    expect(reports[2]?.inputs.map(({ sinceMs }) => sinceMs - (first?.atMs ?? 0))).toEqual([
      1000, 2000,
    ]);
  });

  it('knows no state any more when the device fails, and knows again when it answers', async () => {
    const { reports, states } = follow();
    await pass(0);
    answer = () => Promise.reject(new DeviceError('unreachable', 'connection-refused'));
    await pass(1000);
    expect(states()).toEqual(['off', 'unknown']);
    expect(reports[1]?.problem?.reason).toBe('connection-refused');
    await pass(3000);
    expect(reports).toHaveLength(2);
    expect(reports[1]?.inputs[0]?.sinceMs).toBe(reports[1]?.atMs);
    answer = async () => [input('off')];
    await pass(1000);
    expect(states()).toEqual(['off', 'unknown', 'off']);
    expect(reports[2]?.problem).toBeUndefined();
  });

  it('takes three seconds of silence for not knowing', async () => {
    const { reports, states } = follow();
    await pass(0);
    let settle: (inputs: readonly Input[]) => void = () => undefined;
    answer = () => new Promise((resolve) => (settle = resolve));
    await pass(1000 + 2999);
    expect(states()).toEqual(['off']);
    await pass(1);
    expect(states()).toEqual(['off', 'unknown']);
    expect(reports[1]?.problem?.reason).toBe('answer-timeout');
    // Nothing else is asked meanwhile.
    await pass(5000);
    expect(reads).toHaveLength(2);
    settle([input('on')]);
    await pass(0);
    expect(states()).toEqual(['off', 'unknown', 'on']);
  });

  it('says nothing of inputs to whoever has left before the answer', async () => {
    const { reports, leave } = follow();
    leave();
    await pass(5000);
    expect(reports).toEqual([]);
    expect(reads).toHaveLength(1);
  });
});
