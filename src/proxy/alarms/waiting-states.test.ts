import { expect, it, vi } from 'vitest';
import type { KeptWaiting } from '../store/alarm-store.ts';
import { WaitingStates } from './waiting-states.ts';

const one = (deviceId: string, key: string) => ({ deviceId, key, dueMs: 1000 }) as KeptWaiting;

it('leaves room for others, however many things one device names', () => {
  const deadlines = { set: vi.fn() };
  const writes = { waiting: vi.fn() };
  const states = new WaitingStates({ now: () => 0, deadlines, writes, onDue: vi.fn() }, []);
  for (let thing = 0; thing < 10_000; thing += 1) states.add(one('loud', `loud ${thing}`));
  states.add(one('quiet', 'lost view'));
  expect(states.get('lost view')).toBeDefined();
  states.removeWhere(({ deviceId }) => deviceId === 'loud');
  states.add(one('loud', 'once more'));
  expect(states.get('once more')).toBeDefined();
});
