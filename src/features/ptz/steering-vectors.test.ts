import { expect, test } from 'vitest';
import { velocityOf } from '../../domain/ptz.ts';
import { allowedVelocity } from './allowed-velocity.ts';
import { dragVelocity } from './drag-velocity.ts';
import { gamepadPresets, gamepadVelocity, stickResponse } from './gamepad-reading.ts';
import { testSteering } from './test-steering.ts';

const buttons = (values: Readonly<Record<number, number>>) =>
  Array.from({ length: 17 }, (_, index) => {
    const value = values[index] ?? 0;
    return { value, pressed: value > 0.5 };
  });
const pad = (axes: readonly number[], values: Readonly<Record<number, number>> = {}) => ({
  axes,
  buttons: buttons(values),
});

test('a drag within the dead zone moves nothing, then the faster the longer, to full speed', () => {
  expect(dragVelocity(5, -6, 108)).toEqual(velocityOf({}));
  expect(dragVelocity(58, 0, 108).pan).toBeCloseTo(0.5);
  expect(dragVelocity(0, 58, 108).tilt).toBeCloseTo(-0.5);
  const far = dragVelocity(-300, -400, 108);
  expect([far.pan, far.tilt]).toEqual([-0.6, 0.8]);
});

test('a stick rests within 0.12 and answers quadratically', () => {
  expect(stickResponse(0.12)).toBe(0);
  expect(stickResponse(-0.11)).toBe(0);
  expect(stickResponse(0.56)).toBeCloseTo(0.25);
  expect(stickResponse(-1)).toBe(-1);
});

test('a gamepad pans and tilts by its stick, at the same speed in all directions', () => {
  const { pan, tilt } = gamepadVelocity(pad([0.6, -0.8, 0, 0]));
  expect([pan, tilt]).toEqual([0.6, 0.8]);
  const slow = gamepadVelocity(pad([0.56, 0, 0, 0]));
  expect(slow.pan).toBeCloseTo(0.25);
  expect(gamepadVelocity(pad([0.08, -0.08, 0.05, 0.1]))).toEqual(velocityOf({}));
  expect(gamepadVelocity({ axes: [], buttons: [] })).toEqual(velocityOf({}));
});

test('a gamepad zooms by its triggers or its second stick, and its buttons are presets', () => {
  expect(gamepadVelocity(pad([0, 0, 0, 0], { 7: 1 })).zoom).toBe(1);
  expect(gamepadVelocity(pad([0, 0, 0, 0], { 6: 1 })).zoom).toBe(-1);
  expect(gamepadVelocity(pad([0, 0, 0, -1])).zoom).toBe(1);
  expect(gamepadPresets(pad([], { 0: 1, 3: 1, 12: 1 }))).toEqual([1, 4, 7]);
});

test('asks a camera only for what it can do', () => {
  const wanted = velocityOf({ pan: 0.9, tilt: 0.3, zoom: 1, focus: -1 });
  expect(allowedVelocity(wanted, testSteering())).toEqual(wanted);
  expect(allowedVelocity(wanted, testSteering({ moves: ['tilt', 'zoom'] }))).toEqual(
    velocityOf({ tilt: 0.3, zoom: 1 }),
  );
  expect(allowedVelocity(wanted, testSteering({ diagonal: false }))).toMatchObject({ tilt: 0 });
});

test('with one speed only, a little aside is none', () => {
  const can = testSteering({ speed: false });
  expect(allowedVelocity(velocityOf({ pan: 1, tilt: 0.3 }), can)).toMatchObject({ tilt: 0 });
  expect(allowedVelocity(velocityOf({ pan: 0.3, tilt: -1 }), can)).toMatchObject({ pan: 0 });
  expect(allowedVelocity(velocityOf({ pan: 1, tilt: 0.6 }), can)).toMatchObject({ tilt: 0.6 });
});
