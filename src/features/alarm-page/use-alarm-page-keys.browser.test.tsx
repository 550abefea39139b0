import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { alarmOf } from '../../device-access/fake-alarms.ts';
import type { AlarmHandling } from '../../playback/alarms/use-alarm-handling.ts';
import { type AlarmPageHands, useAlarmPageKeys } from './use-alarm-page-keys.ts';

const start = vi.fn();
const back = vi.fn();
const handling: AlarmHandling = {
  shown: { alarm: alarmOf('own'), pending: [] },
  hands: {
    personId: 'guard',
    may: true,
    act: () => null,
    actWithUndo: () => null,
    takeBack: () => undefined,
  },
  offered: ['acknowledge', 'claim'],
  asking: null,
  start,
  finish: () => undefined,
  cancel: () => undefined,
  undo: null,
};
const hands: AlarmPageHands = {
  singleKeys: true,
  handling,
  neighbours: { previous: null, next: null, position: 0, count: 1 },
  roads: { back, openAlarm: () => undefined, openCamera: () => undefined },
};

function Page() {
  useAlarmPageKeys(hands);
  return (
    <>
      <button type="button" data-alarm="own">
        Own
      </button>
      <button type="button" data-alarm="other">
        In the dock
      </button>
    </>
  );
}

beforeEach(() => {
  start.mockClear();
  back.mockClear();
});

test('letters are about the alarm of the page, but not those pressed on another one', async () => {
  await render(<Page />);
  await userEvent.keyboard('i');
  await page.getByRole('button', { name: 'Own' }).click();
  await userEvent.keyboard('a');
  expect(start.mock.calls).toEqual([['claim'], ['acknowledge']]);
  await page.getByRole('button', { name: 'In the dock' }).click();
  await userEvent.keyboard('ai{Escape}');
  expect(start).toHaveBeenCalledTimes(2);
  expect(back).not.toHaveBeenCalled();
});
