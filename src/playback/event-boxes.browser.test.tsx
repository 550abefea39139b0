import '../ui/browser-test.css';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { EventsReport } from '../api/alarms.ts';
import type { EventView } from '../api/events.ts';
import { FakeSocket } from '../device-access/fake-socket.ts';
import type { PictureFit } from '../domain/view.ts';
import { EventBoxes } from './event-boxes.tsx';
import LiveBoxes from './live-boxes.tsx';
import type { PictureTruth } from './picture-truth.ts';
import { testCamera } from './test-cameras.ts';

const camera = testCamera([
  { id: 's1', kind: 'mjpeg', quality: 'sub', width: 640, height: 360 },
  { id: 's2', kind: 'mjpeg', quality: 'main', width: 1920, height: 1080 },
]);
const box = { x: 960, y: 540, width: 480, height: 270, unit: 'pixel' } as const;
const live: PictureTruth = {
  state: 'live',
  sinceMs: 0,
  why: 'preferred',
  attempt: 0,
  pictureWidth: 640,
  pictureHeight: 360,
};
const drawn = () => document.querySelectorAll('[data-boxes] g').length;

/** Where the box lies in a frame of 400 by 400 px. */
function drawnPlace() {
  const frame = page.getByTestId('frame').element().getBoundingClientRect();
  const rect = document.querySelector('[data-boxes] rect')?.getBoundingClientRect();
  if (rect === undefined) return null;
  return [rect.left - frame.left, rect.top - frame.top, rect.width, rect.height].map(Math.round);
}

function motion(of: Partial<EventView> = {}, active = true) {
  return {
    id: 'e1',
    number: 1,
    cameraId: camera.id,
    receivedAtMs: Date.now(),
    fact: { topic: 'motion', active, boxes: [box] },
    ...of,
  } as EventView;
}

function tell(event: EventView): void {
  const report: EventsReport = { type: 'events', events: [event], gaps: [], through: 1 };
  FakeSocket.newest().say(report);
}

beforeEach(() => {
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.opened = [];
});
afterEach(() => vi.unstubAllGlobals());

test.each<[PictureFit, number[]]>([
  // A picture of 16:9 is 225 px high there, with 87.5 px above it.
  ['contain', [200, 200, 100, 56]],
  ['cover', [200, 200, 178, 100]],
  ['fill', [200, 200, 100, 100]],
])('lie where the picture has them when it is fitted as %s', async (fit, place) => {
  await render(
    <div data-testid="frame" style={{ position: 'relative', width: 400, height: 400 }}>
      <EventBoxes
        boxes={[box]}
        picture={{ width: 640, height: 360 }}
        counted={{ width: 1920, height: 1080 }}
        fit={fit}
      />
    </div>,
  );
  await expect.poll(drawnPlace).toEqual(place);
});

test('are drawn over a live picture while something moves, and are gone soon after', async () => {
  await render(<LiveBoxes camera={camera} truth={live} fit="contain" />);
  FakeSocket.newest().open();
  tell(motion());
  await expect.poll(drawn).toBe(1);
  await expect.poll(drawn).toBe(0);
});

test('are gone at once where the motion has ended', async () => {
  await render(<LiveBoxes camera={camera} truth={live} fit="contain" />);
  FakeSocket.newest().open();
  tell(motion());
  await expect.poll(drawn).toBe(1);
  const endedAt = performance.now();
  tell(motion({ number: 2 }, false));
  await expect.poll(drawn).toBe(0);
  expect(performance.now() - endedAt).toBeLessThan(1500);
});

test('are not drawn over a picture that is not live', async () => {
  const { rerender } = await render(<LiveBoxes camera={camera} truth={live} fit="contain" />);
  FakeSocket.newest().open();
  tell(motion());
  await expect.poll(drawn).toBe(1);
  await rerender(<LiveBoxes camera={camera} truth={{ ...live, state: 'stale' }} fit="contain" />);
  expect(drawn()).toBe(0);
});

test('are not drawn for another camera, nor for what came late', async () => {
  await render(<LiveBoxes camera={camera} truth={live} fit="contain" />);
  FakeSocket.newest().open();
  const two: EventView['fact'] = { topic: 'motion', active: true, boxes: [box, { ...box, x: 0 }] };
  tell(motion());
  tell(motion({ fact: two, cameraId: 'another' }));
  tell(motion({ fact: two, isLate: true }));
  tell(motion({ fact: two, receivedAtMs: Date.now() - 60_000 }));
  await expect.poll(drawn).toBe(1);
});
