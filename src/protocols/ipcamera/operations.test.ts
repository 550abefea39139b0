import { describe, expect, it } from 'vitest';
import { type FakeAnswer, type FakeDevice, fakeLink } from '../fake-link.ts';
import {
  fixedCamera,
  lensDescription,
  listed,
  numberedStreamsCamera,
  options,
  ptzCamera,
  ptzDescription,
} from './fixtures/cameras.ts';
import { operations } from './operations.ts';

type Answers = NonNullable<FakeDevice['answers']>;

/** A device with these parameters, which also counts what it is asked. */
function device(parameters: string, others: Answers = {}) {
  const asked: string[] = [];
  const link = fakeLink({
    answers: {
      'parameters.list': ({ group }) => ({ text: listed(parameters, group) }),
      'parameters.options': { text: options },
      'date.read': { text: 'Nov 21, 2025 16:00:00\r\n' },
      'ptz.commands': { text: ptzDescription },
      ...others,
    },
  });
  const counting: typeof link = {
    ...link,
    call: (call, settings) => {
      asked.push([call.endpoint.id, call.query?.group].filter(Boolean).join(' '));
      return link.call(call, settings);
    },
  };
  return { link: counting, asked };
}

const page: FakeAnswer = { text: '<html>busy</html>', contentType: 'text/html' };

describe('identify', () => {
  it('takes product, firmware, name, serial, zone and clock', async () => {
    await expect(operations.identify(device(ptzCamera).link)).resolves.toEqual({
      product: 'Full HD IP PTZ',
      firmware: '20150611',
      siteName: 'Tower',
      serial: '00D0891B02DF',
      zone: { offsetMinutes: 480 },
      // 16:00 eight hours east of UTC.
      clockMs: Date.UTC(2025, 10, 21, 8),
    });
  });

  it('does with brand, number and MAC address where there is no more', async () => {
    const terse = ptzCamera
      .split('\n')
      .filter((line) => !/ProdFullName|SerialNumber|HostName|TimeZone/.test(line))
      .join('\n');
    await expect(operations.identify(device(terse).link)).resolves.toEqual({
      product: 'DynaColor 720W2-N1',
      firmware: '20150611',
      serial: '00:D0:89:1B:02:DF',
    });
  });

  it.each<[string, FakeAnswer]>([
    ['has none', { status: 404 }],
    ['answers nothing', { text: '' }],
    ['is set to 31 February', { text: 'Feb 31, 2025 00:00:00' }],
    ['is refused', { text: '# Error: Invalid action\n' }],
  ])('does without a clock that %s', async (_, answer) => {
    const identity = await operations.identify(device(ptzCamera, { 'date.read': answer }).link);
    expect(identity).toMatchObject({ product: 'Full HD IP PTZ', zone: { offsetMinutes: 480 } });
    expect(identity.clockMs).toBeUndefined();
  });

  it('asks for all groups at once', async () => {
    const { link, asked } = device(ptzCamera);
    await operations.identify(link);
    expect(asked).toEqual(['parameters.list Brand,Properties,Network,Time', 'date.read']);
  });

  it.each<[string, (group: string) => FakeAnswer]>([
    [
      'refuses several at once',
      (group) =>
        group.includes(',')
          ? { text: '# Error: Invalid group\n' }
          : { text: listed(ptzCamera, group) },
    ],
    ['heeds only the first', (group) => ({ text: listed(ptzCamera, group.split(',')[0]) })],
  ])('asks a device for the groups one by one that %s', async (_, answer) => {
    const { link, asked } = device(ptzCamera, {
      'parameters.list': ({ group }) => answer(String(group)),
    });
    await expect(operations.identify(link)).resolves.toMatchObject({
      product: 'Full HD IP PTZ',
      firmware: '20150611',
      siteName: 'Tower',
      zone: { offsetMinutes: 480 },
    });
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  it.each<[string, FakeAnswer, object]>([
    ['a wrong password', { status: 401 }, { kind: 'unauthorized', reason: 'login-refused' }],
    ['a missing right', { text: 'Permission denied\n' }, { kind: 'forbidden' }],
    ['a page', page, { kind: 'malformed-reply', reason: 'html-page' }],
    ['another device', { text: 'ok.\n' }, { kind: 'malformed-reply', reason: 'unexpected-reply' }],
    ['an error', { text: '# Error: Invalid group\n' }, { kind: 'rejected' }],
    ['a device without the list', { status: 404 }, { kind: 'unsupported' }],
  ])('says what is wrong with %s', async (_, answer, failure) => {
    const { link } = device(ptzCamera, { 'parameters.list': answer });
    await expect(operations.identify(link)).rejects.toMatchObject(failure);
  });

  it('passes on a failure that is not about one group', async () => {
    const { link } = device(ptzCamera, { 'date.read': { status: 500 } });
    await expect(operations.identify(link)).rejects.toMatchObject({ reason: 'server-error' });
  });
});

describe('listCameras', () => {
  const camera = async (parameters: string, others?: Answers) =>
    (await operations.listCameras(device(parameters, others).link))[0];

  it('lists the one camera with what it can do', async () => {
    await expect(camera(ptzCamera)).resolves.toMatchObject({
      channel: '1',
      name: 'Tower',
      state: 'connected',
      snapshotTarget: '/cgi-bin/jpg/image.cgi',
      capabilities: {
        panTilt: true,
        zoom: true,
        focus: true,
        iris: false,
        home: true,
        presets: 256,
        digitalInputs: 2,
        relayOutputs: 1,
        reboot: false,
      },
    });
  });

  it('believes a fixed camera, and does not ask how it turns', async () => {
    const { link, asked } = device(fixedCamera);
    const [fixed] = await operations.listCameras(link);
    expect(fixed?.capabilities).toMatchObject({ panTilt: false, zoom: false, presets: 0 });
    expect(asked).not.toContain('ptz.commands');
  });

  it.each<[string, FakeAnswer]>([
    ['has none', { status: 404 }],
    ['is about something else', { text: 'camera=1\nwhoami=1\n' }],
    ['is empty', { text: '' }],
  ])('claims the least of a PTZ unit whose description %s', async (_, answer) => {
    const found = await camera(ptzCamera, { 'ptz.commands': answer });
    expect(found?.capabilities).toMatchObject({
      panTilt: true,
      zoom: true,
      focus: false,
      presets: 256,
    });
  });

  it('knows a motorised lens that does not turn', async () => {
    const silent = ptzCamera.replace(/.*PTZ\.PTZ.*\n/, '');
    const found = await camera(silent, { 'ptz.commands': { text: lensDescription } });
    expect(found?.capabilities).toMatchObject({
      panTilt: false,
      zoom: true,
      focus: true,
      presets: 0,
    });
  });

  it.each([
    ['the product', ptzCamera.replace(/.*HostName.*\n/, ''), 'Full HD IP PTZ'],
    ['the model', 'root.Brand.ProdNbr=X020-5\n', 'X020-5'],
  ])('takes %s for a name where there is none', async (_, parameters, name) => {
    expect((await camera(parameters))?.name).toBe(name);
  });

  it.each(['-1', '33', 'many', ''])('counts no contacts where it says %j', async (count) => {
    const odd = ptzCamera.replace('NbrOfInputs=2', `NbrOfInputs=${count}`);
    expect((await camera(odd))?.capabilities.digitalInputs).toBe(0);
  });
});

describe('readPictureSettings', () => {
  it('reads size, brightness and contrast with their ranges', async () => {
    await expect(operations.readPictureSettings(device(ptzCamera).link, '1')).resolves.toEqual({
      width: 1920,
      height: 1080,
      brightness: { value: 55, maximum: 255 },
      contrast: { value: 40, maximum: 100 },
      mirrored: false,
    });
  });

  it('takes a byte for one where the device does not list its ranges', async () => {
    const bright = numberedStreamsCamera.replace('Brightness=55', 'Brightness=200');
    const { link } = device(bright, { 'parameters.options': { status: 404 } });
    await expect(operations.readPictureSettings(link, '1')).resolves.toMatchObject({
      width: 1920,
      brightness: { value: 200, maximum: 255 },
      contrast: { value: 40, maximum: 100 },
    });
  });

  it('leaves out what makes no sense', async () => {
    const odd = ptzCamera
      .replace('Brightness=55', 'Brightness=300')
      .replace('Contrast=40', 'Contrast=');
    const settings = await operations.readPictureSettings(device(odd).link, '1');
    expect(settings).toEqual({ width: 1920, height: 1080, mirrored: false });
  });

  it('knows no second camera', async () => {
    await expect(operations.readPictureSettings(device(ptzCamera).link, '2')).rejects.toMatchObject(
      {
        reason: 'not-found',
      },
    );
  });
});
