import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../messages/use-desk.ts';
import { alarmOf } from '../../device-access/fake-alarms.ts';
import { DeskNotices } from './desk-notices.ts';

class FakeNotification {
  static permission: NotificationPermission = 'granted';
  static shown: FakeNotification[] = [];
  onclick: (() => void) | null = null;
  isClosed = false;
  readonly title: string;
  readonly options: NotificationOptions;

  constructor(title: string, options: NotificationOptions) {
    this.title = title;
    this.options = options;
    FakeNotification.shown.push(this);
  }

  close(): void {
    this.isClosed = true;
  }
}

const open = vi.fn();
let notices: DeskNotices;
let hasFocus = false;
const told = () => FakeNotification.shown.map(({ title, options }) => [title, options.body]);

beforeEach(() => {
  FakeNotification.shown = [];
  FakeNotification.permission = 'granted';
  hasFocus = false;
  open.mockClear();
  vi.stubGlobal('Notification', FakeNotification);
  vi.stubGlobal('document', { hasFocus: () => hasFocus });
  vi.stubGlobal('window', { focus: () => undefined });
  // Without locks each window is on its own.
  vi.stubGlobal('navigator', {});
  notices = new DeskNotices(open);
  notices.start();
});
afterEach(() => {
  notices.end();
  vi.unstubAllGlobals();
});

test('tells of one by its name, of several by their number, and leads there', () => {
  notices.hear([alarmOf('a')]);
  notices.hear([alarmOf('b'), alarmOf('c')]);
  expect(told()).toEqual([
    ['Critical alarm: Emergency call', 'Level 2 · Gate'],
    ['2 new alarms', ''],
  ]);
  for (const notice of FakeNotification.shown) notice.onclick?.();
  expect(open.mock.calls).toEqual([['a'], [null]]);
});

test('tells nobody who sees it anyway, and nobody who was not asked', () => {
  hasFocus = true;
  notices.hear([alarmOf('a')]);
  hasFocus = false;
  FakeNotification.permission = 'default';
  notices.hear([alarmOf('a')]);
  expect(told()).toEqual([]);
});

test('goes away by itself once nobody has to be told any more', () => {
  notices.hear([alarmOf('a')]);
  notices.hear([alarmOf('b')]);
  notices.keep(new Set(['b']));
  expect(FakeNotification.shown.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  notices.end();
  expect(FakeNotification.shown.every(({ isClosed }) => isClosed)).toBe(true);
});

test('a browser that gives none to pages is no fault', () => {
  vi.stubGlobal(
    'Notification',
    Object.assign(
      () => {
        throw new TypeError('Illegal constructor');
      },
      { permission: 'granted' },
    ),
  );
  expect(() => notices.hear([alarmOf('a')])).not.toThrow();
});
