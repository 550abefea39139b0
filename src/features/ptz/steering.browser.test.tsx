import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeSocket } from '../../device-access/fake-socket.ts';
import { FakeSteeringStage } from './fake-steering-stage.tsx';
import { ptzPreferences } from './ptz-preferences.ts';
import { testSteering } from './test-steering.ts';
import '../../ui/browser-test.css';

let stage: FakeSteeringStage;

beforeEach(() => {
  document.documentElement.lang = 'en';
  ptzPreferences.setState({ speed: 1, keys: {} });
  stage = new FakeSteeringStage();
});
afterEach(() => vi.unstubAllGlobals());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const pad = () => page.getByRole('group', { name: 'Pan and tilt: hold and lead' }).element();
const layer = () => document.querySelector('[data-steer-layer]') as HTMLElement;

/** A pointer of a test: React hears it as it hears any other. */
function point(target: Element, type: string, x: number, y: number, pointerId = 7): void {
  const { left, top } = target.getBoundingClientRect();
  target.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      cancelable: true,
      pointerId,
      button: 0,
      clientX: left + x,
      clientY: top + y,
    }),
  );
}

beforeEach(() => {
  // No browser captures a pointer that only a test has.
  vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  // Everything in the page hears of the network, and a test may have said that it is gone.
  window.dispatchEvent(new Event('online'));
});

test('the pad is one stick: hold, lead about, let go', async () => {
  await stage.show();
  const { width } = pad().getBoundingClientRect();
  point(pad(), 'pointerdown', width - 4, width / 2);
  expect(stage.moves().at(-1)).toMatchObject({ pan: 1, zoom: 0 });
  point(pad(), 'pointermove', width / 2, 4);
  await expect.poll(() => stage.moves().at(-1)?.tilt).toBeCloseTo(1);
  point(pad(), 'pointerup', width / 2, 4);
  point(pad(), 'lostpointercapture', width / 2, 4);
  expect(stage.stops()).toBe(1);
});

test('a held button of the pad moves by Space and by Enter, and stops on release', async () => {
  await stage.show();
  button('Up and left').element().focus();
  await userEvent.keyboard('{ >}');
  expect(stage.moves().at(-1)).toMatchObject({ pan: -1, tilt: 1 });
  await userEvent.keyboard('{/ }');
  expect(stage.stops()).toBe(1);
  await userEvent.keyboard('{Enter>}');
  button('Right').element().focus();
  expect(stage.stops()).toBe(2);
});

const ends: readonly (readonly [string, () => void])[] = [
  ['the pointer comes up elsewhere', () => point(document.body, 'pointerup', 0, 0)],
  ['the pointer is cancelled', () => point(layer(), 'pointercancel', 0, 0)],
  ['the capture is lost', () => point(layer(), 'lostpointercapture', 0, 0)],
  ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
  ['the page is left', () => window.dispatchEvent(new Event('pagehide'))],
  ['the network is lost', () => window.dispatchEvent(new Event('offline'))],
  [
    'the window is hidden',
    () => {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
      document.dispatchEvent(new Event('visibilitychange'));
    },
  ],
  ['PTZ mode ends', () => (button('PTZ').element() as HTMLElement).click()],
];

test.each(ends)('a drag stops once when %s', async (_, end) => {
  await stage.show();
  await button('PTZ').click();
  point(layer(), 'pointerdown', 200, 150);
  expect(stage.moves()).toEqual([]);
  point(layer(), 'pointermove', 290, 150);
  expect(stage.moves().at(-1)?.pan).toBeGreaterThan(0.5);
  end();
  expect(stage.stops()).toBe(1);
  layer()?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerId: 7 }));
  expect(stage.moves()).toHaveLength(1);
});

test('a drag stops once when its camera is left', async () => {
  const leave = await stage.show();
  await button('PTZ').click();
  point(layer(), 'pointerdown', 200, 150);
  point(layer(), 'pointermove', 200, 60);
  expect(stage.moves().at(-1)?.tilt).toBeGreaterThan(0.5);
  await leave();
  expect(stage.stops()).toBe(1);
});

test('a dialog stops what is held', async () => {
  await stage.show();
  await button('PTZ').click();
  await userEvent.keyboard('{ArrowLeft>}');
  expect(stage.moves().at(-1)).toMatchObject({ pan: -1 });
  await button('Keys for steering').click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  expect(stage.stops()).toBe(1);
  await userEvent.keyboard('{/ArrowLeft}');
});

test('a second finger ends the drag: it means to zoom', async () => {
  await stage.show();
  await button('PTZ').click();
  point(layer(), 'pointerdown', 200, 150, 1);
  point(layer(), 'pointermove', 300, 150, 1);
  point(layer(), 'pointerdown', 100, 150, 2);
  expect(stage.stops()).toBe(1);
  point(layer(), 'pointermove', 320, 150, 1);
  expect(stage.moves()).toHaveLength(1);
});

test('keys steer in PTZ mode alone: two at once go askew, Shift goes slowly, a digit to its preset', async () => {
  await stage.show();
  await userEvent.keyboard('{ArrowUp}');
  expect(stage.asked()).toEqual([]);
  await userEvent.keyboard('z');
  await expect.element(button('PTZ')).toHaveAttribute('aria-pressed', 'true');
  await userEvent.keyboard('{ArrowUp>}{ArrowRight>}');
  await expect.poll(() => stage.moves().at(-1)).toMatchObject({ pan: 1, tilt: 1 });
  await userEvent.keyboard('{Shift>}');
  await expect.poll(() => stage.moves().at(-1)).toMatchObject({ pan: 0.25, tilt: 0.25 });
  await userEvent.keyboard('{/Shift}{/ArrowUp}{/ArrowRight}');
  expect(stage.stops()).toBe(1);
  await userEvent.keyboard('1');
  const go = 'POST /api/cameras/gate/presets/p1/go';
  await expect.poll(() => stage.proxy.sent).toEqual([{ what: go, body: { windowId: 'w1' } }]);
  await userEvent.keyboard('7');
  await expect.element(page.getByText('There is no preset 7 on this camera.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(button('PTZ')).toHaveAttribute('aria-pressed', 'false');
});

test('a key can be another one; a taken one is said', async () => {
  await stage.show();
  await button('Keys for steering').click();
  await button('Another key for: Pan left').click();
  await userEvent.keyboard('z');
  await expect
    .element(page.getByText('Z is taken: PTZ mode on and off.', { exact: false }))
    .toBeVisible();
  await userEvent.keyboard('a');
  expect(ptzPreferences.getState().keys).toEqual({ left: 'a' });
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => page.getByRole('dialog').elements()).toEqual([]);
  await userEvent.keyboard('z{a>}');
  expect(stage.moves().at(-1)).toMatchObject({ pan: -1 });
  await userEvent.keyboard('{/a}');
  expect(stage.stops()).toBe(1);
});

test('a gamepad steers while it is there, and stops when it is gone', async () => {
  const stick = { axes: [0, 0, 0, 0], buttons: [], connected: true };
  let pads: unknown[] = [stick];
  vi.spyOn(navigator, 'getGamepads').mockImplementation(() => pads as Gamepad[]);
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  await stage.show();
  stick.axes = [-1, 0, 0, 0];
  await expect.poll(() => stage.moves().at(-1)).toMatchObject({ pan: -1 });
  stick.axes = [0.05, 0, 0, 0];
  await expect.poll(() => stage.stops()).toBe(1);
  stick.axes = [0, -1, 0, 0];
  await expect.poll(() => stage.moves().at(-1)).toMatchObject({ tilt: 1 });
  pads = [];
  await expect.poll(() => stage.stops()).toBe(2);
});

test('a click centres what is pointed at, a box fills the picture', async () => {
  stage.proxy.can = testSteering({ centre: true, box: true });
  await stage.show();
  await button('PTZ').click();
  await button('Click to centre').click();
  point(layer(), 'pointerdown', 300, 75);
  point(layer(), 'pointerup', 300, 75);
  await button('Drag a box to zoom to').click();
  point(layer(), 'pointerdown', 100, 150);
  point(layer(), 'pointermove', 300, 300);
  point(layer(), 'pointerup', 300, 300);
  await expect
    .poll(() => stage.proxy.sent.map(({ body }) => body))
    .toEqual([
      {
        windowId: 'w1',
        action: { kind: 'centre', point: { x: 0.75, y: 0.25 }, streamId: 'main' },
      },
      {
        windowId: 'w1',
        action: {
          kind: 'box',
          box: { x: 0.25, y: 0.5, width: 0.5, height: 0.5 },
          streamId: 'main',
        },
      },
    ]);
  expect(stage.asked()).toEqual([]);
});

test('a camera that steps has buttons for steps, and no stick', async () => {
  stage.proxy.can = testSteering({ moves: [], steps: ['pan', 'tilt'], diagonal: false });
  await stage.show();
  await expect.element(page.getByText('each press is one', { exact: false })).toBeVisible();
  await expect.poll(() => button('One step up and left').elements()).toEqual([]);
  await button('One step left').click();
  await expect.poll(() => stage.proxy.sent.length).toBe(1);
  expect(stage.proxy.sent[0]?.body).toMatchObject({ action: { kind: 'step', step: { pan: -1 } } });
  expect(page.getByRole('slider').elements()).toEqual([]);
  await button('PTZ').click();
  expect(layer()).toBeNull();
});

test('one thumb steers from wherever it lands, on a narrow screen', async () => {
  await page.viewport(390, 844);
  await stage.show();
  const stick = document.querySelector('[data-thumb-stick]') as HTMLElement;
  await expect.element(stick).toBeVisible();
  point(stick, 'pointerdown', 30, 20);
  point(stick, 'pointermove', 30, 84);
  expect(stage.moves().at(-1)).toMatchObject({ pan: 0, tilt: -1 });
  point(stick, 'pointercancel', 30, 84);
  expect(stage.stops()).toBe(1);
  await page.viewport(1280, 800);
});

test('says that it is not connected, and moves nothing until it is pressed again', async () => {
  await stage.show();
  await button('PTZ').click();
  await userEvent.keyboard('{ArrowLeft>}');
  FakeSocket.newest().break();
  await expect
    .element(page.getByText('camera may still be moving', { exact: false }))
    .toBeVisible();
  await expect.poll(() => FakeSocket.opened.length).toBeGreaterThan(1);
  stage.say({ type: 'hello', windowId: 'w2' });
  await expect
    .poll(() => page.getByText('may still be moving', { exact: false }).elements())
    .toEqual([]);
  expect(stage.moves()).toHaveLength(1);
  await userEvent.keyboard('{/ArrowLeft}');
});

test('a stop that is not confirmed is an alarm', async () => {
  await stage.show();
  stage.say({ type: 'steering', cameraId: 'gate', holder: null, motion: 'unconfirmed' });
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('has not confirmed the stop; it is sent again until it does');
});

test('nothing to steer with for whoever only watches', async () => {
  stage = new FakeSteeringStage('viewer');
  await stage.render();
  expect(document.querySelectorAll('button, input')).toHaveLength(0);
  expect(FakeSocket.opened).toEqual([]);
});
