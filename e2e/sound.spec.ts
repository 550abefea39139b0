import type { RunningSite } from '../scripts/run-product.ts';
import { SiteControl } from '../scripts/site-control.ts';
import type { AuditEntry } from '../src/api/audit.ts';
import type { CameraView } from '../src/api/camera.ts';
import { routes } from '../src/api/routes.ts';
import { lookFrom, screenSeats } from './support/screen-sizes.ts';
import {
  giveMicrophone,
  heardAtSpeaker,
  listenAtSpeaker,
  openMicrophones,
  speak,
} from './support/speaker-graph.ts';
import { expect } from './support/test.ts';
import { testOfMakes } from './support/test-of-makes.ts';
import { readyCameras } from './support/wall.ts';

const server = 'Annex video server';
const spokenHertz = 700;
const withinMs = 500;
const [desk, phone] = screenSeats;

/** Only the device that hears and speaks, so that it is soon there. */
const test = testOfMakes('sound', [server]);

test.describe('sound', { tag: ['@control', '@alone'] }, () => {
  let cameras: CameraView[];
  let control: SiteControl;
  /** The device counts its cameras as we do, from 0. */
  const talkative = 1;
  const camera = () => cameras[talkative] as CameraView;
  const toneOf = async () => {
    const { tones } = await control.clock();
    return tones[server]?.find((tone) => tone.camera === talkative)?.hertz ?? 0;
  };
  const fault = (site: RunningSite, name: string) =>
    site.fault({ device: server, channel: talkative, fault: name });
  const heard = async () =>
    (await control.heard(server)).find((report) => report.camera === talkative);

  test.beforeEach(async ({ product, site, page }) => {
    cameras = await readyCameras(product, 6);
    control = new SiteControl(site.value.controlOrigin);
    await listenAtSpeaker(page);
    await giveMicrophone(page, spokenHertz);
    await page.goto(`${product.origin}/cam/${camera().id}`);
  });

  test('a tone at the camera is heard here, and a tone here is heard at the camera', async ({
    page,
    product,
    site,
  }) => {
    const tone = await toneOf();
    const listen = page.getByRole('button', { name: 'Listen' });
    await expect(listen).toHaveAttribute('aria-pressed', 'false');
    const pressedAtMs = Date.now();
    await listen.click();
    const first = await heardAtSpeaker(page, tone);
    await expect(page.getByText('You hear this camera')).toBeVisible();

    await fault(site, 'stalled');
    await heardAtSpeaker(page, 0);
    await fault(site, 'none');
    const soundedAtMs = Date.now();
    const again = await heardAtSpeaker(page, tone);

    const talk = page.getByRole('button', { name: 'Hold to talk' });
    await expect(talk).toBeVisible();
    expect(await openMicrophones(page)).toEqual({ opened: 0, open: 0 });
    const heldAtMs = Date.now();
    await page.keyboard.down('t');
    await expect(page.getByText('They hear you. Let go to stop.')).toBeVisible();
    const spokenAtMs = await speak(page, true);
    await expect
      .poll(async () => Math.abs(((await heard())?.hertz ?? 0) - spokenHertz), {
        intervals: [10],
      })
      .toBeLessThanOrEqual(spokenHertz * 0.02);
    const arrivedAtMs = Date.now();
    expect(await openMicrophones(page)).toEqual({ opened: 1, open: 1 });
    // The loudspeakers here are silent meanwhile, or both would hear an echo.
    await heardAtSpeaker(page, 0);
    await page.keyboard.up('t');
    expect(await openMicrophones(page)).toEqual({ opened: 1, open: 0 });
    await heardAtSpeaker(page, tone);
    const atRelease = (await heard())?.bytes ?? 0;
    expect(atRelease).toBeGreaterThan(0);

    const atDevice = await heard();
    console.info(
      [
        `sound: pressed to heard ${first.atMs - pressedAtMs} ms`,
        `camera to speaker ${again.atMs - soundedAtMs} ms at ${again.hertz.toFixed(1)} Hz of ${tone}`,
        `held to device ${(atDevice?.firstAtMs ?? 0) - heldAtMs} ms`,
        `microphone to device ${arrivedAtMs - spokenAtMs} ms at ${atDevice?.hertz?.toFixed(1)} Hz of ${spokenHertz}`,
      ].join(', '),
    );
    expect(again.atMs - soundedAtMs).toBeLessThanOrEqual(withinMs);
    expect(arrivedAtMs - spokenAtMs).toBeLessThanOrEqual(withinMs);

    // Held with the pointer, the same; and what leaves the button lets go wherever it is let go.
    await talk.hover();
    await page.mouse.down();
    await expect.poll(async () => (await heard())?.bytes).toBeGreaterThan(atRelease);
    await page.mouse.move(5, 5);
    await page.mouse.up();
    await expect(talk).toHaveAttribute('aria-pressed', 'false');

    await page.keyboard.press('m');
    await expect(listen).toHaveAttribute('aria-pressed', 'false');
    await heardAtSpeaker(page, 0);
    await expect
      .poll(async () => {
        const reply = await product.ask(routes.audit);
        const { entries } = (await reply.json()) as { entries: AuditEntry[] };
        return entries
          .filter(({ operation }) => operation.startsWith('voice.'))
          .map(({ operation, outcome, object }) => [operation, outcome, object?.name].join(' '));
      })
      .toEqual(
        ['voice.listen', 'voice.talk', 'voice.talk'].map((done) => `${done} done ${camera().name}`),
      );
  });

  test('is offered where there is any, and ends with the camera view', async ({ page }) => {
    await page.getByRole('button', { name: 'Listen' }).click();
    await heardAtSpeaker(page, await toneOf());
    await expect(page.getByText('You hear this camera')).toBeVisible();
    expect(await lookFrom(page, desk, 'sound')).toEqual([]);
    await page.keyboard.press('.');
    await expect(
      page.getByRole('heading', { name: cameras[talkative + 1]?.name ?? '' }),
    ).toBeVisible();
    // This one neither hears nor speaks.
    await expect(page.getByRole('heading', { name: 'Sound' })).toHaveCount(0);
    await heardAtSpeaker(page, 0);
  });

  test.describe('on a phone', () => {
    test.use({ viewport: phone.sizes[0], hasTouch: phone.hasTouch });

    test('has its place', async ({ page }) => {
      await page.getByRole('button', { name: 'Listen' }).click();
      await expect(page.getByText('You hear this camera')).toBeVisible();
      await page.getByRole('button', { name: 'Hold to talk' }).scrollIntoViewIfNeeded();
      expect(await lookFrom(page, phone, 'sound')).toEqual([]);
    });
  });
});
