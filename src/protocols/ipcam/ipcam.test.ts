import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { fakeLink, toPeek } from '../fake-link.ts';
import { endpoints } from './endpoints.ts';
import { cameraParameters } from './fixtures/camera-parameters.ts';
import { settings } from './fixtures/settings.ts';
import { bareStatus, capturedStatus, documentedStatus, unbrokenStatus } from './fixtures/status.ts';
import { ipcam } from './ipcam.ts';
import { operations } from './operations.ts';
import { readReply } from './replies.ts';

const answers = {
  'status.read': { text: capturedStatus },
  'camera.read': { text: cameraParameters },
  'settings.read': { text: settings },
};

describe('identify', () => {
  it('takes firmware, name, serial, clock and zone', async () => {
    await expect(operations.identify(fakeLink({ answers }))).resolves.toEqual({
      firmware: '11.37.2.49',
      siteName: 'Loading bay',
      serial: '00626E0000A1',
      zone: { offsetMinutes: -480 },
      clockMs: 1_763_700_000_000,
    });
  });

  it.each([
    [401, '<html>401</html>'],
    [403, ''],
    [404, '<html>404</html>'],
  ])('does without the settings when the account may not read them: %i', async (status, text) => {
    const withheld = {
      ...answers,
      'status.read': { text: documentedStatus },
      'settings.read': { status, text },
    };
    const identity = await operations.identify(fakeLink({ answers: withheld }));
    expect(identity).toEqual({ clockMs: 1_763_700_000_000 });
  });

  it('fills in from the settings what a terse status lacks', async () => {
    const terse = { ...answers, 'status.read': { text: documentedStatus } };
    const identity = await operations.identify(fakeLink({ answers: terse }));
    expect(identity).toMatchObject({ siteName: 'Loading bay', zone: { offsetMinutes: -480 } });
  });

  it('leaves the settings and their passwords alone where the status says enough', async () => {
    const asked: string[] = [];
    const link = fakeLink({ answers });
    await operations.identify({
      ...link,
      call: (call, options) => {
        asked.push(call.endpoint.id);
        return link.call(call, options);
      },
    });
    expect(asked).toEqual(['camera.read', 'status.read']);
  });

  it('proves the password, although the status answers everybody', async () => {
    const refused = { ...answers, 'camera.read': { status: 401 } };
    const failure = { kind: 'unauthorized', reason: 'login-refused' };
    await expect(operations.identify(fakeLink({ answers: refused }))).rejects.toMatchObject(
      failure,
    );
    await expect(operations.listCameras(fakeLink({ answers: refused }))).rejects.toMatchObject(
      failure,
    );
  });
});

describe('listCameras', () => {
  it.each([
    ['as captured', capturedStatus, 'Loading bay'],
    ['without line ends', unbrokenStatus, 'Loading bay'],
    ['with CRLF, double quotes and no var', bareStatus, 'Loading bay'],
    ['without an alias', capturedStatus.replace('Loading bay', ''), '00626E0000A1'],
    ['whose name stands in the settings only', documentedStatus, 'Loading bay'],
  ])('names the camera: %s', async (_, text, name) => {
    const link = fakeLink({ answers: { ...answers, 'status.read': { text } } });
    const cameras = await operations.listCameras(link);
    expect(cameras.map((camera) => camera.name)).toEqual([name]);
  });

  it('has no name for a camera that nowhere says one', async () => {
    const terse = { ...answers, 'status.read': { text: documentedStatus } };
    const silent = { ...terse, 'settings.read': { status: 403 } };
    const [camera] = await operations.listCameras(fakeLink({ answers: silent }));
    expect(camera?.name).toBe('');
  });

  it('offers two sizes of video and a still picture', async () => {
    const [camera] = await operations.listCameras(fakeLink({ answers }));
    expect(camera?.streams.map(({ id, target }) => [id, target])).toEqual([
      ['main-mjpeg', '/videostream.cgi?resolution=32'],
      ['sub-mjpeg', '/videostream.cgi?resolution=8'],
      ['main-jpeg', '/snapshot.cgi'],
    ]);
    expect(camera?.snapshotTarget).toBe('/snapshot.cgi');
  });
});

describe('readPictureSettings', () => {
  const read = (text: string) =>
    operations.readPictureSettings(fakeLink({ answers: { 'camera.read': { text } } }), '1');

  it('reads the documented ranges', async () => {
    await expect(read(cameraParameters)).resolves.toEqual({
      width: 640,
      height: 480,
      brightness: { value: 128, maximum: 255 },
      contrast: { value: 4, maximum: 6 },
      mode: '60hz',
      flipped: false,
      mirrored: true,
    });
  });

  it('leaves out what is out of range, and knows the sizes of clones', async () => {
    const text = 'Resolution=2;Brightness=256;Contrast=-1;Mode=7;Flip=3;';
    await expect(read(text)).resolves.toEqual({
      width: 160,
      height: 120,
      flipped: true,
      mirrored: true,
    });
  });

  it('knows one channel only', async () => {
    await expect(operations.readPictureSettings(fakeLink({ answers }), '2')).rejects.toMatchObject({
      kind: 'rejected',
      reason: 'channel-unknown',
    });
  });
});

describe('recognition', () => {
  const judge = (status: number, text: string, server = '') =>
    ipcam.recognition.judge(toPeek({ status, text, server }));

  it('is surer the more it sees', () => {
    expect(judge(200, capturedStatus, 'Netwave IP Camera')).toEqual({
      confidence: 1,
      evidence: 'sys_ver=11.37.2.49',
    });
    expect(judge(200, documentedStatus)).toEqual({
      confidence: 0.95,
      evidence: 'now, alarm_status, ddns_status, upnp_status',
    });
    expect(judge(200, 'var now=1;var alarm_status=0;')?.confidence).toBe(0.75);
    expect(judge(200, 'var now=1;var alarm=0;')).toBeNull();
  });

  it.each([302, 401, 404, 500])('believes no answer with status %i', (status) => {
    expect(judge(status, capturedStatus)).toBeNull();
  });
});

describe('readReply', () => {
  const failureOf = (text: string) => {
    try {
      return readReply(text, 'ipcam.x');
    } catch (failure) {
      return failure;
    }
  };

  it.each([
    ['error: illegal params.\n', 'illegal params'],
    ['error: illegal http frame.', 'illegal http frame'],
    ['error: pwd FIXTURE-SECRET', undefined],
  ])('knows a refusal that comes with status 200: %j', (text, detail) => {
    const failure = failureOf(text);
    expect(failure).toBeInstanceOf(DeviceError);
    expect(failure).toMatchObject({ kind: 'rejected', reason: 'illegal-parameter', detail });
  });
});

describe('the endpoint table', () => {
  it('covers the thirty CGIs of the document', () => {
    expect(new Set(endpoints.map((endpoint) => endpoint.path)).size).toBe(30);
    expect(new Set(endpoints.map((endpoint) => endpoint.section)).size).toBe(30);
    expect(
      ipcam.endpoints.filter(({ method }) => method === 'POST').map(({ path }) => path),
    ).toEqual(['/upgrade_firmware.cgi', '/upgrade_htmls.cgi']);
  });

  it.each([
    ['settings.users', 24],
    ['settings.devices', 40],
    ['forbidden.write', 24],
    ['settings.wifi', 17],
    ['misc.write', 11],
  ])('%s takes all %i of its parameters', (id, count) => {
    const row = endpoints.find((endpoint) => endpoint.id === id);
    expect(Object.keys(row?.query.shape ?? {})).toHaveLength(count);
  });

  it('offers neither credentials in the address nor a redirect', () => {
    const offered = endpoints.flatMap((endpoint) => Object.keys(endpoint.query.shape));
    expect(offered).not.toContain('next_url');
    const media = endpoints.filter((endpoint) => endpoint.role === 'viewer');
    expect(media.flatMap((endpoint) => Object.keys(endpoint.query.shape))).not.toContain('pwd');
  });

  it.each([
    ['camera.brightness', { param: 1, value: 256 }],
    ['decoder.move', { command: 94 }],
    ['settings.alias', { alias: 'x'.repeat(21) }],
    ['picture.mjpeg', { resolution: 16 }],
    ['picture.mjpeg', { user: 'a', pwd: 'b' }],
    ['settings.users', { user1: 'only one of eight' }],
  ])('%s refuses %j', (id, query) => {
    const row = endpoints.find((endpoint) => endpoint.id === id);
    expect(row?.query.safeParse(query).success).toBe(false);
  });
});
