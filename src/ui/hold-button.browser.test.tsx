import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { HoldButton } from './hold-button.tsx';
import './browser-test.css';

const onHeld = vi.fn();
const onShort = vi.fn();
let button: HTMLElement;

beforeEach(async () => {
  await render(
    <HoldButton
      label="Open the door: hold"
      holdingText="Keep holding"
      busy={false}
      onHeld={onHeld}
      onShort={onShort}
    >
      Open
    </HoldButton>,
  );
  button = page.getByRole('button', { name: 'Open the door: hold' }).element() as HTMLElement;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

const calls = () => [onHeld.mock.calls.length, onShort.mock.calls.flat()];
function pointer(type: string, more: PointerEventInit = {}) {
  const init = { bubbles: true, isPrimary: true, pointerId: 1, button: 0, ...more };
  button.dispatchEvent(new PointerEvent(type, init));
}
function key(type: 'keydown' | 'keyup', name: string, repeat = false) {
  const event = new KeyboardEvent(type, { key: name, repeat, bubbles: true, cancelable: true });
  button.dispatchEvent(event);
  return event.defaultPrevented;
}
/** What takes a press away, each as the browser tells it. */
const ends: Readonly<Record<string, () => void>> = {
  // React makes `pointerleave` out of this one.
  'the pointer slides off': () => pointer('pointerout', { relatedTarget: document.body }),
  'the browser takes the pointer': () => pointer('pointercancel'),
  'the window loses the focus': () => window.dispatchEvent(new Event('blur')),
  'the window is hidden': () => {
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    hidden.mockRestore();
  },
  Escape: () => void key('keydown', 'Escape'),
};

test('does it after one second, once, while it is still held', () => {
  pointer('pointerdown');
  vi.advanceTimersByTime(999);
  expect(calls()).toEqual([0, []]);
  vi.advanceTimersByTime(1);
  expect(calls()).toEqual([1, []]);
  vi.advanceTimersByTime(5000);
  pointer('pointerup');
  button.click();
  expect(calls()).toEqual([1, []]);
});

test('does nothing when it is let go early, and says so', () => {
  pointer('pointerdown');
  vi.advanceTimersByTime(900);
  pointer('pointerup');
  button.click();
  vi.advanceTimersByTime(5000);
  expect(calls()).toEqual([0, ['early']]);
});

test.each([' ', 'Enter'])('is held by the key "%s" as well', (name) => {
  expect(key('keydown', name)).toBe(true);
  vi.advanceTimersByTime(500);
  // The keyboard repeats; that is no new press.
  key('keydown', name, true);
  vi.advanceTimersByTime(500);
  expect(calls()).toEqual([1, []]);
  key('keyup', name);
  key('keydown', name);
  vi.advanceTimersByTime(300);
  key('keyup', name);
  vi.advanceTimersByTime(5000);
  expect(calls()).toEqual([1, ['early']]);
});

test.each(Object.keys(ends))('does nothing when %s', (name) => {
  pointer('pointerdown');
  vi.advanceTimersByTime(500);
  ends[name]?.();
  vi.advanceTimersByTime(5000);
  expect(calls()).toEqual([0, []]);
});

test('asks in another way whoever cannot hold: a click without a press', () => {
  button.click();
  pointer('pointerdown');
  pointer('pointercancel');
  button.click();
  expect(calls()).toEqual([0, ['click', 'click']]);
});

test('takes the first button of the first pointer alone', () => {
  pointer('pointerdown', { button: 2 });
  pointer('pointerdown', { isPrimary: false });
  vi.advanceTimersByTime(2000);
  expect(calls()).toEqual([0, []]);
});
