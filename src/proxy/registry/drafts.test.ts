import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AddressPolicy } from '../link/address-policy.ts';
import { ActiveDevice } from './active-device.ts';
import { Drafts } from './drafts.ts';
import { Sealer } from './sealer.ts';

const dropped = vi.fn();
let drafts: Drafts;

beforeEach(() => {
  vi.useFakeTimers();
  dropped.mockReset();
  drafts = new Drafts((device) => dropped(device.id));
});
afterEach(() => {
  drafts.close();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

function draft(id: string): ActiveDevice {
  const row = {
    id,
    name: id,
    protocolId: 'none',
    origin: 'http://h',
    entryTarget: '/',
    username: '',
  };
  return new ActiveDevice(
    { row, sealedPassword: undefined, cameras: [], protocol: undefined },
    {
      sealer: new Sealer(Buffer.alloc(32)),
      addresses: new AddressPolicy({ allowLoopback: false }),
      nowMs: 0,
      connect: () => {
        throw new TypeError('a protocol that is unknown is never dialled');
      },
    },
  );
}

describe('Drafts', () => {
  it('keeps a draft for fifteen minutes', () => {
    drafts.add(draft('a'));
    vi.advanceTimersByTime(15 * 60_000 - 1);
    expect(drafts.get('a')?.id).toBe('a');
    vi.advanceTimersByTime(1);
    expect(drafts.get('a')).toBeUndefined();
    expect(dropped.mock.calls).toEqual([['a']]);
  });

  it('does not drop what was saved', () => {
    drafts.add(draft('a'));
    drafts.release('a');
    vi.advanceTimersByTime(16 * 60_000);
    expect(dropped).not.toHaveBeenCalled();
  });

  it('drops the oldest of too many', () => {
    for (let index = 0; index < 17; index += 1) drafts.add(draft(`d${index}`));
    expect(drafts.get('d0')).toBeUndefined();
    expect(drafts.get('d16')?.id).toBe('d16');
    expect(dropped.mock.calls).toEqual([['d0']]);
  });

  it('finds nothing under a name that only objects have', () => {
    expect(drafts.get('constructor')).toBeUndefined();
    expect(drafts.get('__proto__')).toBeUndefined();
  });
});
