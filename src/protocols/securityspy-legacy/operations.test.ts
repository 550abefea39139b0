import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { isPlayable } from '../../domain/stream.ts';
import { type FakeAnswer, fakeLink, toPeek } from '../fake-link.ts';
import { sniffContent } from '../parsing/content-sniff.ts';
import type { DeviceLink } from '../protocol.ts';
import { active, passive } from './fixtures/camera-status.ts';
import { noCamera, oneCamera, systemInfo } from './fixtures/system-info.ts';
import { jpegVideo, mpeg4Video } from './fixtures/video.ts';
import { operations } from './operations.ts';
import { readSystemInfo } from './system-info.ts';

/** Two cameras, 0 and 1, and what `++systemInfo` says. */
function device(info: FakeAnswer, onProgress?: (done: number, most: number) => void): DeviceLink {
  const statuses: Readonly<Record<string, FakeAnswer>> = {
    0: { text: active },
    1: { text: passive },
  };
  return fakeLink({
    answers: {
      'system.info': info,
      'camera.status': ({ cameraNum }) => statuses[String(cameraNum)] ?? { status: 404 },
    },
    ...(onProgress && { onProgress }),
  });
}

const listed = { contentType: 'text/xml', text: systemInfo };
const withoutList = { status: 404 };

describe('identify', () => {
  it('reads what the list of the server says', async () => {
    await expect(operations.identify(device(listed))).resolves.toEqual({
      product: 'SecuritySpy',
      firmware: '4.2.10',
      siteName: 'Harbour office',
      serial: 'C02WATCHFLOOR0000001',
      zone: { offsetMinutes: -480 },
      clockMs: Date.UTC(2019, 1, 10, 23, 53, 23),
    });
  });

  it('claims nothing but the product where there is no list', async () => {
    await expect(operations.identify(device(withoutList))).resolves.toEqual({
      product: 'SecuritySpy',
    });
  });
});

describe('listCameras', () => {
  it('takes the list of the server, in the order of the numbers', async () => {
    const steps: number[] = [];
    const cameras = await operations.listCameras(device(listed, (done) => steps.push(done)));
    expect(cameras.map(({ channel, name, state }) => [channel, name, state])).toEqual([
      ['0', 'Porch', 'connected'],
      ['2', '', 'no-response'],
      ['4', 'Yard & bay', 'connected'],
    ]);
    expect(steps).toEqual([]);
  });

  it('reads the bits of movement', async () => {
    const cameras = await operations.listCameras(device(listed));
    expect(
      cameras.map(({ capabilities: { panTilt, home, zoom, presets } }) => [
        panTilt,
        home,
        zoom,
        presets,
      ]),
    ).toEqual([
      [false, false, false, 0],
      [true, false, true, 0],
      [true, true, true, 8],
    ]);
  });

  it('offers the small stream in the shape of the picture', async () => {
    const cameras = await operations.listCameras(device(listed));
    const small = cameras.map(({ streams }) => streams.find(({ id }) => id === 'sub-mjpeg'));
    expect(small.map((stream) => stream?.target)).toEqual([
      '/++video?cameraNum=0&width=320&height=240&req_fps=10',
      '/++video?cameraNum=2&width=320&height=240&req_fps=10',
      '/++video?cameraNum=4&width=320&height=180&req_fps=10',
    ]);
    expect(small[2]).toMatchObject({ width: 320, height: 180, framesPerSecond: 10 });
  });

  it.each<[string, FakeAnswer]>([
    ['no list', withoutList],
    ['a list that is forbidden', { status: 403 }],
    ['a page in place of the list', { text: '<html>Welcome</html>' }],
    ['an empty list', { text: noCamera }],
    ['a list that is cut', { text: systemInfo.slice(0, 900) }],
  ])('searches where the server gives %s', async (_, info) => {
    const steps: string[] = [];
    const cameras = await operations.listCameras(
      device(info, (done, most) => steps.push(`${done}/${most}`)),
    );
    expect(cameras.map(({ channel, state }) => [channel, state])).toEqual([
      ['0', 'connected'],
      ['1', 'connected'],
    ]);
    expect(steps).toEqual(['0/32', '1/32', '2/32', '3/32', '4/32', '5/32', '6/32', '7/32']);
  });

  it('reads the buttons of a camera where there is no list', async () => {
    const buttons = [1, 2, 3, 4, 7].map((n) => `<a href="command?command=${n}">${n}</a>`);
    const link = fakeLink({
      answers: {
        'camera.status': ({ cameraNum }) => (cameraNum === 1 ? { text: active } : { status: 404 }),
        'ptz.page': { text: buttons.join('') },
      },
    });
    const [camera] = await operations.listCameras(link);
    expect(camera?.capabilities).toMatchObject({ panTilt: true, home: true, zoom: false });
  });

  it('offers every way to see a camera, and MPEG-4 as one that nobody can', async () => {
    const [camera] = await operations.listCameras(device(withoutList));
    expect(camera?.streams.map((stream) => [stream.id, stream.target, isPlayable(stream)])).toEqual(
      [
        ['main-mjpeg', '/++video?cameraNum=0', true],
        ['sub-mjpeg', '/++video?cameraNum=0&width=320&height=240&req_fps=10', true],
        ['main-mp4v', '/++video?codec=mp4v&cameraNum=0', false],
        ['main-jpeg', '/++image?cameraNum=0', true],
        ['page', '/++viewlive?cameraNum=0', true],
      ],
    );
    expect(camera?.snapshotTarget).toBe('/++image?cameraNum=0');
    expect(camera?.name).toBe('');
  });
});

describe('a refused account', () => {
  it.each(['identify', 'listCameras'] as const)('ends %s at the first call', async (name) => {
    let calls = 0;
    const inner = device({ status: 401 });
    const link: DeviceLink = {
      ...inner,
      call: async (call, options) => {
        calls += 1;
        return inner.call(call, options);
      },
    };
    await expect(operations[name](link)).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(calls).toBe(1);
  });
});

describe('readSystemInfo', () => {
  it('reads one camera like many', () => {
    const { identity, cameras } = readSystemInfo(oneCamera, 'x');
    expect(cameras).toEqual([
      {
        number: 0,
        name: 'Porch',
        connected: true,
        width: 640,
        height: 480,
        ptz: 0,
        presetNames: [],
      },
    ]);
    expect(identity).toMatchObject({ firmware: '3.4', siteName: undefined, zone: undefined });
  });

  it('keeps what its cameras are reached with to itself', () => {
    const shown = JSON.stringify(readSystemInfo(systemInfo, 'x'));
    expect(shown).not.toMatch(/192\.0\.2\.|198\.51\.100\.|FIXTURE-SECRET/);
  });

  it('drops cameras without a number, and the second of two alike', () => {
    const camera = (fields: string) => `<camera>${fields}</camera>`;
    const list = [
      camera('<name>A</name>'),
      camera('<number>x</number>'),
      camera('<number>-1</number>'),
      camera('<number>3</number><name>First</name>'),
      camera('<number>3</number><name>Second</name>'),
      '<other><number>4</number></other>',
    ].join('');
    const text = `<system><server/><cameralist>${list}</cameralist></system>`;
    expect(readSystemInfo(text, 'x').cameras).toEqual([
      {
        number: 3,
        name: 'First',
        connected: undefined,
        width: undefined,
        height: undefined,
        ptz: 0,
        presetNames: [],
      },
    ]);
  });

  it.each(['<system/>', '<system><server/></system>', '<feed><entry/></feed>', 'no XML', ''])(
    'refuses %j',
    (text) => {
      expect(() => readSystemInfo(text, 'x')).toThrow(DeviceError);
    },
  );
});

describe('the streams that the document prints', () => {
  it.each([
    ['JPEG', jpegVideo],
    ['MPEG-4', mpeg4Video],
  ])('of %s are multipart bodies', (_, answer) => {
    expect(sniffContent(toPeek(answer))).toBe('multipart');
  });
});
