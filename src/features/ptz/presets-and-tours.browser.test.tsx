import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { colouredJpeg } from '../../playback/mjpeg/fake-frames-server.ts';
import { tileRegistry } from '../../playback/tile-registry.ts';
import { TruthKeeper } from '../../playback/truth-keeper.ts';
import { FakeSteeringStage } from './fake-steering-stage.tsx';
import { testSteering } from './test-steering.ts';
import '../../ui/browser-test.css';

let stage: FakeSteeringStage;

beforeEach(() => {
  document.documentElement.lang = 'en';
  stage = new FakeSteeringStage('supervisor');
});
afterEach(() => vi.unstubAllGlobals());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const sent = () => stage.proxy.sent;

test('supervisors take over from whoever steers; a refusal is said in words', async () => {
  await stage.show();
  const kim = { name: 'Kim', own: false };
  stage.say({ type: 'steering', cameraId: 'gate', holder: kim, motion: 'moving' });
  await expect.element(page.getByRole('status').getByText('Kim is steering')).toBeVisible();
  const problem = { kind: 'steered-by-other', reason: 'steered-by-other', detail: 'Kim' } as const;
  stage.say({ type: 'refused', cameraId: 'gate', problem });
  await expect
    .element(page.getByRole('status').getByText('This camera is being steered by Kim.'))
    .toBeVisible();
  await button('Take over').click();
  expect(stage.asked()).toEqual([{ type: 'take-over', cameraId: 'gate' }]);
  await expect
    .poll(() =>
      page.getByRole('status').getByText('This camera is being steered by Kim.').elements(),
    )
    .toEqual([]);
  const own = { name: 'Mira', own: true };
  stage.say({ type: 'steering', cameraId: 'gate', holder: own, motion: 'still' });
  await button('Let go').click();
  expect(stage.asked().at(-1)).toEqual({ type: 'release', cameraId: 'gate' });
});

test('a refusal because of somebody is gone when they have let go', async () => {
  await stage.show();
  const kim = { name: 'Kim', own: false };
  stage.say({ type: 'steering', cameraId: 'gate', holder: kim, motion: 'still' });
  const problem = { kind: 'steered-by-other', reason: 'steered-by-other', detail: 'Kim' } as const;
  stage.say({ type: 'refused', cameraId: 'gate', problem });
  const said = page.getByRole('status').getByText('This camera is being steered by Kim.');
  await expect.element(said).toBeVisible();
  stage.say({ type: 'steering', cameraId: 'gate', holder: null, motion: 'still' });
  await expect.element(page.getByText('Nobody is steering')).toBeVisible();
  expect(said.elements()).toEqual([]);
});

test('operators see who steers and cannot take over', async () => {
  stage = new FakeSteeringStage('operator');
  await stage.show();
  const holder = { name: 'Kim', own: false };
  stage.say({ type: 'steering', cameraId: 'gate', holder, motion: 'still' });
  await expect.element(page.getByRole('status').getByText('Kim is steering')).toBeVisible();
  expect(button('Take over').elements()).toEqual([]);
});

test('a preset is gone to by a click, and said to be moving', async () => {
  await stage.show();
  await button('Go to preset 1: Door').click();
  await expect.element(page.getByText('moving…')).toBeVisible();
  expect(sent()).toEqual([
    { what: 'POST /api/cameras/gate/presets/p1/go', body: { windowId: 'w1' } },
  ]);
  await expect.element(button('Go to preset 2: Preset 2')).toBeVisible();
});

test('saving here makes a new preset, or names what it overwrites', async () => {
  await stage.show();
  await button('Save here…').click();
  await expect.element(page.getByText('Nothing is overwritten. 6 places are free.')).toBeVisible();
  await page.getByLabelText('Name', { exact: true }).fill(' Ramp ');
  await button('Save as new').click();
  await expect.poll(sent).toEqual([
    {
      what: 'POST /api/cameras/gate/presets',
      body: { windowId: 'w1', id: null, name: 'Ramp' },
    },
  ]);
  await expect.poll(() => page.getByRole('dialog').elements()).toEqual([]);
  await button('Save here…').click();
  await page.getByLabelText('Save as').selectOptions('1: Door');
  await expect.element(page.getByText('The position that Door holds now is lost.')).toBeVisible();
  await button('Overwrite 1: Door').click();
  await expect.poll(() => sent().at(-1)?.body).toMatchObject({ id: 'p1', name: 'Door' });
});

test('sends along what the camera shows, made small, as long as that is live', async () => {
  const jpeg = new Blob([await colouredJpeg('#a52', 1280, 720)]);
  const truth = new TruthKeeper({ state: 'live', why: 'preferred', attempt: 0 }, 0);
  const grab = () => Promise.resolve(jpeg);
  const tile = { tile: 't', cameraId: 'gate', truth, grab, hear: () => undefined };
  tileRegistry.set('t', tile);
  onTestFinished(() => void tileRegistry.delete('t'));
  const save = async () => {
    await button('Save here…').click();
    await button('Save as new').click();
    await expect.poll(() => page.getByRole('dialog').elements()).toEqual([]);
    return sent().at(-1)?.body as { picture?: string };
  };
  await stage.show();
  const { picture = '' } = await save();
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  expect([image.width, image.height]).toEqual([480, 270]);
  truth.set({ state: 'stale', why: 'preferred', attempt: 0 }, 1);
  expect(await save()).toEqual({ windowId: 'w1', id: null, name: '' });
});

test('a camera that is full, and one that remembers nothing', async () => {
  stage.proxy.can = testSteering({
    presets: { most: 2, named: true, save: true, rename: false, remove: false },
  });
  await stage.show();
  await button('Save here…').click();
  await expect.element(page.getByText('All 2 places are taken.', { exact: false })).toBeVisible();
  const place = page.getByRole('combobox', { name: 'Save as' });
  await expect.element(place).toHaveDisplayValue('Choose one to overwrite');
  await userEvent.selectOptions(place, '1: Door');
  await expect.element(button('Overwrite 1: Door')).toBeVisible();
});

test('shows what a preset looks at where a picture of it was taken', async () => {
  stage.proxy.presets = [{ id: 'p1', number: 1, name: 'Door', picturedAtMs: 1000 }];
  performance.clearResourceTimings();
  await stage.show();
  await expect.element(button('Go to preset 1: Door')).toBeVisible();
  // There is none behind it here, so that it is gone again as soon as that is known.
  const { href } = new URL('/api/cameras/gate/presets/p1/picture?at=1000', location.href);
  await expect
    .poll(() => performance.getEntriesByType('resource').map(({ name }) => name))
    .toContain(href);
});

test('hundreds of presets fold', async () => {
  stage.proxy.presets = Array.from({ length: 256 }, (_, index) => ({
    id: `p${index + 1}`,
    number: index + 1,
    name: '',
  }));
  await stage.show();
  const list = page.getByRole('list', { name: 'Presets' });
  await expect.poll(() => list.getByRole('listitem').elements().length).toBe(8);
  await button('Show all 256').click();
  await expect.poll(() => list.getByRole('listitem').elements().length).toBe(256);
});

test('an empty list teaches how to fill it', async () => {
  stage.proxy.presets = [];
  await stage.show();
  await expect.element(page.getByText('remembers no position yet', { exact: false })).toBeVisible();
});

test('renames, and removes after asking; a refusal is said and loses nothing', async () => {
  await stage.show();
  await button('Change Door').click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByLabelText('Name', { exact: true }).fill('Front door');
  stage.proxy.refusal = { kind: 'rejected', reason: 'command-refused', detail: '-4' };
  await button('Rename').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('did not take the command (-4)');
  stage.proxy.refusal = null;
  await button('Rename').click();
  await expect.poll(() => page.getByRole('dialog').elements()).toEqual([]);
  expect(sent().at(-1)).toEqual({
    what: 'PATCH /api/cameras/gate/presets/p1',
    body: { name: 'Front door' },
  });
  await button('Change Door').click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  await expect.element(page.getByRole('alertdialog')).toHaveTextContent('Remove preset 1: Door?');
  await button('Remove').click();
  await expect.poll(() => sent().at(-1)?.what).toBe('DELETE /api/cameras/gate/presets/p1');
});

test('tours start and stop, say which was started last, and mark their ends', async () => {
  stage.proxy.can = testSteering({ tours: true });
  stage.proxy.startedId = 'cruise-1';
  stage.proxy.tours = [
    { id: 'cruise-1', kind: 'cruise', number: 1, name: '', editable: true },
    { id: 'patrol-1', kind: 'patrol', number: 1, name: '', editable: false, way: 'vertical' },
  ];
  await stage.show();
  await expect.element(page.getByText('Started last, not stopped since')).toBeVisible();
  await button('Start Patrol up and down').click();
  await button('Stop Cruise 1').click();
  await button('Change Cruise 1').click();
  await page.getByRole('menuitem', { name: 'End here' }).click();
  await expect.poll(sent).toEqual([
    { what: 'POST /api/cameras/gate/tours/patrol-1/start', body: { windowId: 'w1' } },
    { what: 'POST /api/cameras/gate/tours/cruise-1/stop', body: { windowId: 'w1' } },
    {
      what: 'PUT /api/cameras/gate/tours/cruise-1',
      body: {
        windowId: 'w1',
        plan: { kind: 'cruise', mark: 'end', direction: null, speed: null },
      },
    },
  ]);
});

test('why a tour did not start is said beside that tour', async () => {
  stage.proxy.can = testSteering({ tours: true });
  stage.proxy.tours = [
    { id: 'cruise-1', kind: 'cruise', number: 1, name: '', editable: false },
    { id: 'cruise-2', kind: 'cruise', number: 2, name: '', editable: false },
  ];
  stage.proxy.refusal = { kind: 'rejected', reason: 'command-refused', detail: '-4' };
  await stage.show();
  await button('Start Cruise 2').click();
  const said = 'The device did not take the command (-4).';
  const row = page.getByRole('listitem').filter({ hasText: 'Cruise 2' });
  await expect.element(row).toHaveTextContent(said);
  expect(page.getByRole('status').getByText(said).elements()).toHaveLength(1);
  stage.proxy.refusal = null;
  await button('Start Cruise 2').click();
  await expect.element(row).not.toHaveTextContent(said);
});

test('a sequence is a table of stops, put in order by keyboard', async () => {
  stage.proxy.can = testSteering({ tours: true });
  stage.proxy.tours = [
    { id: 'sequence-1', kind: 'sequence', number: 1, name: 'Night', editable: true },
  ];
  await stage.show();
  await button('Change Night').click();
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  await button('Add a stop').click();
  await button('Add a stop').click();
  await page.getByLabelText('Stop 2: preset').selectOptions('2: Preset 2');
  await page.getByLabelText('Stop 2: seconds that it stays').fill('30');
  await page.getByLabelText('Stop 2: speed on the way there').fill('99');
  button('Stop 2 earlier').element().focus();
  await userEvent.keyboard('{Enter}');
  await button('Save the tour').click();
  await expect
    .poll(() => sent().at(-1)?.body)
    .toEqual({
      windowId: 'w1',
      plan: {
        kind: 'sequence',
        name: 'Night',
        stops: [
          { presetId: 'p2', dwellSeconds: 30, speed: 14 },
          { presetId: 'p1', dwellSeconds: 10, speed: 14 },
        ],
      },
    });
});
