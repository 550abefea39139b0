import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DeskSound, deskSound, type LoudAlarm } from './desk-sound.ts';
import { hasLeader, seekLeadership } from './leadership.ts';
import { silence, silenced } from './silence.ts';

const call: LoudAlarm = { id: 'call', priority: 1 };
const view: LoudAlarm = { id: 'view', priority: 2 };
let starts: number[] = [];
let windows: DeskSound[] = [];

/** As each window of a browser has one. */
function openWindow(): DeskSound {
  const sound = new DeskSound();
  windows.push(sound);
  sound.start();
  return sound;
}

beforeEach(async () => {
  // Browsers let a page sound once somebody has used it.
  await userEvent.click(page.elementLocator(document.body));
  starts = [];
  windows = [];
  const { start } = OscillatorNode.prototype;
  vi.spyOn(OscillatorNode.prototype, 'start').mockImplementation(function (
    this: OscillatorNode,
    when,
  ) {
    starts.push(this.frequency.value);
    start.call(this, when);
  });
});
afterEach(() => {
  for (const sound of windows) sound.end();
  vi.restoreAllMocks();
});

test('of two windows one sounds, and the other takes over when it is gone', async () => {
  const first = openWindow();
  await expect.poll(() => hasLeader('watchfloor.alarm-sound')).toBe(true);
  const second = openWindow();
  for (const sound of windows) sound.see([call], true, false);
  await expect.poll(() => starts).toHaveLength(6);
  first.end();
  await expect.poll(() => starts).toHaveLength(12);
  second.end();
  expect(deskSound.getState()).toEqual({ blocked: false, sounding: 0 });
});

test('a critical and a high one sound unlike each other', async () => {
  const sound = openWindow();
  sound.see([view], true, false);
  await expect.poll(() => starts).toHaveLength(2);
  sound.see([view, call], true, false);
  await expect.poll(() => starts).toHaveLength(8);
  expect(new Set(starts.slice(0, 2))).not.toEqual(new Set(starts.slice(2)));
});

test('silence lasts until a new one comes, in every window', async () => {
  const other = new BroadcastChannel('watchfloor.alarm-silence');
  const heard = vi.fn();
  other.onmessage = ({ data }) => heard(data);
  const sound = openWindow();
  sound.see([call], true, false);
  await expect.poll(() => deskSound.getState().sounding).toBe(1);
  silence(['call']);
  expect(deskSound.getState().sounding).toBe(0);
  await expect.poll(() => heard.mock.calls).toContainEqual([{ kind: 'silenced', ids: ['call'] }]);
  sound.see([call, view], true, false);
  expect(deskSound.getState().sounding).toBe(1);
  other.postMessage({ kind: 'silenced', ids: ['call', 'view'] });
  await expect.poll(() => deskSound.getState().sounding).toBe(0);
  expect(silenced.getState().ids.size).toBe(2);
  other.close();
});

test('leadership that is given up while it waits goes to nobody', async () => {
  const leads = [vi.fn(), vi.fn(), vi.fn()];
  const stops = leads.map((lead) => seekLeadership('test.leader', lead));
  await expect.poll(() => leads[0]?.mock.calls).toEqual([[true]]);
  stops[1]?.();
  stops[0]?.();
  await expect.poll(() => leads[2]?.mock.calls).toEqual([[true]]);
  expect(leads[1]).not.toHaveBeenCalledWith(true);
  stops[2]?.();
  await expect.poll(() => hasLeader('test.leader')).toBe(false);
});
