import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { networkCameras } from '../scenery/site-cameras.ts';
import { readWatermark } from '../watermark.ts';
import { IpcamDevice } from './ipcam-device.ts';
import { intervalOfRate } from './stream-rate.ts';

const clock = { now: Date.UTC(2026, 10, 21, 5, 47, 37, 400) };
const [site] = networkCameras;
if (site === undefined) throw new TypeError('the site has no cameras of their own');
const camera = new IpcamDevice({ port: 0, camera: site, now: () => clock.now });

beforeAll(() => camera.start());
afterAll(() => camera.stop());
beforeEach(() => camera.recover());

const admin = `user=${camera.username}&pwd=${camera.password}`;
const operator = 'user=operator&pwd=turn-it';
const visitor = 'user=visitor&pwd=look-only';

function get(target: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${camera.origin}/${target}`, init);
}

async function text(target: string): Promise<string> {
  const reply = await get(target);
  expect(reply.status).toBe(200);
  return reply.text();
}

async function picture(): Promise<Buffer> {
  return Buffer.from(await (await get(`snapshot.cgi?${visitor}`)).arrayBuffer());
}

/** Mean level of the picture's middle, left and right halves apart. */
async function levels(
  jpeg: Buffer,
): Promise<{ mean: number; width: number; pixels: Uint8ClampedArray }> {
  const image = await loadImage(jpeg);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const pixels = canvas.getContext('2d').getImageData(0, 0, image.width, image.height).data;
  const sum = pixels.reduce((total, value) => total + value, 0);
  return { mean: sum / pixels.length, width: image.width, pixels };
}

/** The first bytes of a stream, at least so many. */
async function readStream(target: string, bytes: number): Promise<Buffer> {
  const abort = new AbortController();
  const reply = await get(target, { signal: abort.signal });
  const reader = reply.body?.getReader();
  const parts: Buffer[] = [];
  while (Buffer.concat(parts).length < bytes) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    parts.push(Buffer.from(part.value));
  }
  abort.abort();
  return Buffer.concat(parts);
}

describe('who may', () => {
  it('answers get_status to everyone, as variables, on a closing connection', async () => {
    const reply = await get('get_status.cgi');
    expect(reply.headers.get('server')).toBe('Netwave IP Camera');
    expect(reply.headers.get('content-type')).toBe('text/plain');
    expect(reply.headers.get('connection')).toBe('close');
    const body = await reply.text();
    expect(body).toContain(`var now=${Math.floor(clock.now / 1000)};\n`);
    expect(body).toContain("var alias='Roof';\n");
  });

  it.each([
    'snapshot.cgi',
    'snapshot.cgi?user=admin&pwd=nonsense',
    `get_params.cgi?${operator}`,
    `reboot.cgi?${visitor}`,
    `camera_control.cgi?param=1&value=9&${visitor}`,
  ])('refuses %s with 401 and its realm', async (target) => {
    const reply = await get(target);
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toMatch(/^Basic realm="ipcamera_\w+"$/);
  });

  it('takes Basic as well', async () => {
    const login = Buffer.from(`${camera.username}:${camera.password}`).toString('base64');
    const reply = await get('get_params.cgi', { headers: { Authorization: `Basic ${login}` } });
    expect(await reply.text()).toContain("var user1_name='admin';\n");
  });
});

describe('settings', () => {
  it('reads back what was set', async () => {
    const login = {
      headers: {
        Authorization: `Basic ${Buffer.from(`${camera.username}:${camera.password}`).toString('base64')}`,
      },
    };
    expect(await (await get('set_mail.cgi?svr=post.invalid&port=2525&user=me', login)).text()).toBe(
      'ok.\n',
    );
    const params = await text(`get_params.cgi?${admin}`);
    expect(params).toContain("var mail_svr='post.invalid';\n");
    expect(params).toContain('var mail_port=2525;\n');
    expect(await (await get('set_misc.cgi?led_mode=2', login)).text()).toBe('ok.\n');
    expect(await text(`get_misc.cgi?${admin}`)).toContain('var led_mode=2;\n');
    expect(
      await (await get('set_forbidden.cgi?schedule_enable=1&schedule_web_2=7', login)).text(),
    ).toBe('ok.\n');
    expect(await text(`get_forbidden.cgi?${admin}`)).toContain('var schedule_wed_2=7;\n');
  });

  it.each([
    `camera_control.cgi?param=1&value=256&${operator}`,
    `camera_control.cgi?param=4&value=1&${operator}`,
    `camera_control.cgi?param=&value=&${operator}`,
    `decoder_control.cgi?command=&${operator}`,
    `videostream.cgi?resolution=9&${visitor}`,
    `set_decoder.cgi?baud=10&${admin}`,
  ])('answers %s with an error in a 200', async (target) => {
    const login = {
      headers: {
        Authorization: `Basic ${Buffer.from(`${camera.username}:${camera.password}`).toString('base64')}`,
      },
    };
    expect(await (await get(target, login)).text()).toBe('error: illegal params.\n');
  });

  it('jumps to next_url, but only on itself', async () => {
    const jump = await get(`decoder_control.cgi?command=1&next_url=index.htm&${operator}`, {
      redirect: 'manual',
    });
    expect(jump.headers.get('location')).toBe('/index.htm');
    expect(
      await text(`decoder_control.cgi?command=1&next_url=//elsewhere.invalid/&${operator}`),
    ).toBe('ok.\n');
  });

  it('wants POST for firmware', async () => {
    expect(await text(`upgrade_firmware.cgi?${admin}`)).toBe('error: illegal http frame.\n');
  });
});

describe('pictures', () => {
  it('carry the camera and the time', async () => {
    const reply = await get(`snapshot.cgi?${visitor}`);
    expect(reply.headers.get('content-disposition')).toMatch(
      /^filename="snapshot_\w+_20261121004737\.jpg"$/,
    );
    const { pixels, width } = await levels(Buffer.from(await reply.arrayBuffer()));
    expect(width).toBe(640);
    expect(readWatermark(pixels, 640, 480)).toEqual({ camera: 11, millisecondOfMinute: 37_400 });
  });

  it('change with brightness, flip and resolution', async () => {
    const before = await levels(await picture());
    clock.now += 1000;
    expect(await text(`camera_control.cgi?param=1&value=40&${operator}`)).toBe('ok.\n');
    expect((await levels(await picture())).mean).toBeLessThan(before.mean - 10);
    await text(`camera_control.cgi?param=1&value=128&${operator}`);
    await text(`camera_control.cgi?param=0&value=8&${operator}`);
    clock.now += 1000;
    expect((await levels(await picture())).width).toBe(320);
    await text(`camera_control.cgi?param=0&value=32&${operator}`);
    await text(`camera_control.cgi?param=5&value=1&${operator}`);
    clock.now += 1000;
    const flipped = await levels(await picture());
    expect(await text(`get_camera_params.cgi?${visitor}`)).toContain('var flip=1;\n');
    await text(`camera_control.cgi?param=5&value=0&${operator}`);
    const row = (y: number): number =>
      flipped.pixels.slice(y * 640 * 4, (y + 40) * 640 * 4).reduce((sum, value) => sum + value, 0);
    expect(row(400)).toBeGreaterThan(row(100));
  });

  it('stream as parts with their length', async () => {
    const bytes = await readStream(`videostream.cgi?${visitor}`, 5000);
    const head = bytes.subarray(0, bytes.indexOf('\r\n\r\n')).toString().split('\r\n');
    expect(head[0]).toBe('--ipcamera');
    expect(head[1]).toBe('Content-Type: image/jpeg');
    const length = Number(/^Content-Length: (\d+)$/.exec(head[2] ?? '')?.[1]);
    expect(length).toBeGreaterThan(5000);
    const start = bytes.indexOf('\r\n\r\n') + 4;
    expect(bytes.subarray(start, start + 2)).toEqual(Buffer.of(0xff, 0xd8));
  });

  it('are drawn for nobody once the last viewer has gone', async () => {
    await readStream(`videostream.cgi?${visitor}`, 1000);
    await vi.waitFor(() => expect(camera.watchers).toBe(0), { timeout: 10_000 });
  });

  it.each([
    [0, 0],
    [6, 100],
    [7, 100],
    [11, 200],
    [23, 5000],
    [99, 5000],
  ])('rate %i waits %i ms', (rate, waitMs) => {
    expect(intervalOfRate(rate)).toBe(waitMs);
  });
});

describe('faults', () => {
  it('repeat the identical picture while frozen', async () => {
    camera.freeze();
    const first = await picture();
    clock.now += 5000;
    expect(await picture()).toEqual(first);
    camera.recover();
    clock.now += 5000;
    expect(await picture()).not.toEqual(first);
  });

  it('put a page in place of a picture', async () => {
    camera.htmlInsteadOfPicture();
    expect((await get(`videostream.cgi?${visitor}`)).headers.get('content-type')).toBe('text/html');
  });

  it('never end a body', async () => {
    camera.endlessBody();
    expect(
      (await readStream(`videostream.cgi?${visitor}`, 9_000_000)).length,
    ).toBeGreaterThanOrEqual(9_000_000);
  });

  it('state no length, or a wrong one', async () => {
    camera.setFault('no-content-length');
    expect((await readStream(`videostream.cgi?${visitor}`, 200)).toString('latin1')).not.toContain(
      'Content-Length',
    );
    camera.setFault('wrong-content-length');
    const bytes = await readStream(`videostream.cgi?${visitor}`, 200);
    const told = Number(/Content-Length: (\d+)/.exec(bytes.toString('latin1'))?.[1]);
    camera.recover();
    expect(told).toBe((await picture()).length + 1777);
  });

  it('refuse connections while stopped and answer on the same port afterwards', async () => {
    const { origin } = camera;
    await camera.applyFault({ fault: 'stopped' });
    await expect(get('get_status.cgi')).rejects.toThrow();
    await camera.applyFault({ fault: 'none' });
    expect(camera.origin).toBe(origin);
    expect((await get('get_status.cgi')).status).toBe(200);
  });
});
