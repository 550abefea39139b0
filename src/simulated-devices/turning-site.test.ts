import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Site, startSite } from './site.ts';

const clock = { ms: Date.UTC(2026, 10, 21, 5, 47, 8) };
const minuteMs = 60_000;
let site: Site;

beforeAll(async () => {
  site = await startSite({ wholeSite: true, now: () => clock.ms });
});
afterAll(() => site.stop());

async function ask(name: string, path: string): Promise<Response> {
  const device = site.announcements.find((one) => one.name === name);
  const login = Buffer.from(`${device?.username}:${device?.password}`).toString('base64');
  const headers = { Authorization: `Basic ${login}` };
  const reply = await fetch(`${device?.origin}/${path}`, { headers });
  expect(reply.status).toBeLessThan(300);
  return reply;
}

/** The pixels below the captions, and below the blocks of JPEG that the clock touches. */
async function scene(name: string, path: string): Promise<Uint8ClampedArray> {
  const image = await loadImage(Buffer.from(await (await ask(name, path)).arrayBuffer()));
  const brush = createCanvas(image.width, image.height).getContext('2d');
  brush.drawImage(image, 0, 0);
  const top = Math.ceil(image.height / 8 / 16) * 16 + 16;
  return brush.getImageData(0, top, image.width, image.height - top).data;
}

/** Mean difference of two pictures, 0 to 255. */
function difference(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  return one.reduce((sum, value, i) => sum + Math.abs(value - (other[i] ?? 0)), 0) / one.length;
}

const shop = 'Shop video server';
const annex = 'Annex video server';
const recorder = 'Riverside recorder';

it.each([
  ['Roof', 'snapshot.cgi', 'decoder_control.cgi?command=', ['4', '5', '25']],
  ['Yard', 'snapshot.cgi', 'decoder_control.cgi?command=', ['6', '7', '25']],
  [annex, '++image?cameraNum=3', '++ptz/command?cameraNum=3&command=', ['9', '99', '7']],
  [shop, '++image?cameraNum=1', '++ptz/command?cameraNum=1&command=', ['1', '99', '7']],
  [
    'Tower',
    'cgi-bin/jpg/image.cgi',
    'cgi-bin/com/ptz.cgi?',
    ['continuouspantiltmove=30,0', 'continuouspantiltmove=0,0', 'move=home'],
  ],
  [recorder, 'watch/frame?ch=1', 'api/channel/ptz?ch=1&', ['zoom=1', 'stop', 'home']],
] as const)(
  '%s shows by %s that it turns, and at home what it showed',
  async (name, still, path, orders) => {
    const [start, stop, home] = orders;
    // The motion of a scene repeats after a minute, so that only the turn is seen.
    const before = await scene(name, still);
    await ask(name, `${path}${start}`);
    clock.ms += 1000;
    await ask(name, `${path}${stop}`);
    clock.ms += minuteMs - 1000;
    const turned = await scene(name, still);
    clock.ms += minuteMs;
    expect(difference(await scene(name, still), turned)).toBe(0);
    expect(difference(before, turned)).toBeGreaterThan(4);
    await ask(name, `${path}${home}`);
    clock.ms += minuteMs;
    const back = await scene(name, still);
    expect(difference(before, back)).toBe(0);
  },
);
