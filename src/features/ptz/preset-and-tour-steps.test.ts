import { expect, test } from 'vitest';
import type { PtzPosition } from '../../domain/ptz.ts';
import { awaitSettled } from './await-settled.ts';
import { changeStop, moveStop, removeStop, within } from './edit-stops.ts';

const stop = (presetId: string) => ({ presetId, dwellSeconds: 5, speed: 7 });
const ids = (stops: readonly { presetId: string }[]) => stops.map(({ presetId }) => presetId);
const three = ['a', 'b', 'c'].map(stop);

async function settle(positions: readonly PtzPosition[] | null): Promise<number> {
  let waitedMs = 0;
  let read = 0;
  const readPosition = async () => {
    read += 1;
    return positions?.at(Math.min(read, positions.length) - 1) ?? {};
  };
  await awaitSettled({
    readPosition: positions === null ? null : readPosition,
    wait: async (ms) => {
      waitedMs += ms;
    },
  });
  return waitedMs;
}

test('a camera has settled once it stands at the same place twice', async () => {
  expect(await settle([{ pan: 1 }, { pan: 5 }, { pan: 9 }, { pan: 9 }])).toBe(1600);
});

test('a camera that never stands, or never tells, is not waited for without end', async () => {
  const turning = Array.from({ length: 100 }, (_, pan) => ({ pan }));
  expect(await settle(turning)).toBe(8000);
  expect(await settle(null)).toBe(2500);
});

test('stops of a sequence change their place, and stay at the ends', () => {
  expect(ids(moveStop(three, 0, 1))).toEqual(['b', 'a', 'c']);
  expect(ids(moveStop(three, 2, -1))).toEqual(['a', 'c', 'b']);
  expect(moveStop(three, 0, -1)).toBe(three);
  expect(moveStop(three, 2, 1)).toBe(three);
  expect(ids(removeStop(three, 1))).toEqual(['a', 'c']);
  expect(changeStop(three, 1, { speed: 2 })[1]).toEqual({ ...stop('b'), speed: 2 });
});

test('keeps numbers within what the device takes', () => {
  expect([within(-3, 14), within(99, 14), within(7.6, 14), within(Number.NaN, 14)]).toEqual([
    0, 14, 8, 0,
  ]);
});
