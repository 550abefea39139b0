import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standardCameras } from '../scenery/site-cameras.ts';
import { IpCameraDevice } from './ip-camera-device.ts';

const clock = { ms: 0 };
let camera: IpCameraDevice;

beforeEach(async () => {
  clock.ms = Date.UTC(2026, 10, 21, 5, 47, 22);
  const [, barrier] = standardCameras;
  if (barrier === undefined) throw new TypeError('the site has no standard cameras');
  const ports = { port: 0, mjpegPort: 0, rtspPort: 0 };
  camera = new IpCameraDevice({ ...ports, camera: barrier, model: 'fixed', now: () => clock.ms });
  await camera.start();
});
afterEach(() => camera.stop());

function ask(query: string): Promise<Response> {
  const login = Buffer.from(`${camera.username}:${camera.password}`).toString('base64');
  return fetch(`${camera.origin}/cgi-bin/admin/eventdata.cgi?${query}`, {
    headers: { Authorization: `Basic ${login}` },
  });
}

const send = (kind: string, fields: Record<string, unknown> = {}) =>
  camera.events.send({ kind, fields });

describe('an ordered event', () => {
  it.each([
    ['motion', {}, 'Motion', 'Motion:Enabled=1;Level=60;Sensitivity=80;Triggered=1;\r\n'],
    ['motion', { on: false }, 'Motion', 'Motion:Enabled=1;Level=0;Sensitivity=80;Triggered=0;\r\n'],
    [
      'motion',
      { level: 35 },
      'Motion',
      'Motion:Enabled=1;Level=35;Sensitivity=80;Triggered=1;\r\n',
    ],
    ['tampering', {}, 'T0', 'T0:Enabled=1;Triggered=1;\r\n'],
    ['input', { input: '2', on: false }, 'IO', 'IO:Status=03020002010000;\r\n'],
    [
      'face',
      { boxes: [{ x: 0.1, y: 0.2, width: 0.3, height: 0.4 }] },
      'Face&FaceParam=H264_Face',
      'Face:H264_Face=1 0.1_0.2_0.3_0.4\r\n',
    ],
    ['face', { on: false }, 'Face&FaceParam=H264_Face', 'Face:H264_Face=0;\r\n'],
  ])('%s with %j is what is told next', async (kind, fields, group, line) => {
    expect(send(kind, fields)?.listeners).toBe(0);
    expect(await (await ask(`action=get&group=${group}`)).text()).toBe(line);
  });

  it('is none for a window, an input or a kind that is not there', () => {
    expect(send('motion', { window: 4 })).toBeNull();
    expect(send('input', { input: '9' })).toBeNull();
    expect(send('fire')).toBeNull();
  });
});

describe('a fault of the events', () => {
  it('cut ends a monitor, refuse lets nobody in', async () => {
    const reply = await ask('action=monitor&group=Motion');
    expect(send('motion')?.listeners).toBe(1);
    camera.events.faults.set('cut', 0);
    // A reply without a length ends where its connection does.
    expect(await reply.text()).toContain('--eventdata');
    camera.events.faults.set('refuse', 1000);
    expect((await ask('action=monitor&group=Motion')).status).toBe(503);
    expect((await ask('action=get&group=Motion')).status).toBe(503);
    clock.ms += 1000;
    expect((await ask('action=get&group=Motion')).status).toBe(200);
  });

  it('garbage comes in place of states', async () => {
    camera.events.faults.set('garbage', 1000);
    expect(await (await ask('action=get&group=Motion')).text()).not.toContain('Motion:');
    const reader = (await ask('action=monitor&group=Motion')).body?.getReader();
    const first = await reader?.read();
    await reader?.cancel();
    expect(Buffer.from(first?.value ?? []).toString()).toMatch(/^--eventdata/);
    expect(Buffer.from(first?.value ?? []).toString()).not.toContain('Motion:');
  });
});
