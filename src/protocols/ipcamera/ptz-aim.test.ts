import { describe, expect, it } from 'vitest';
import { autofocusModes } from '../../domain/ptz.ts';
import type { FakeAnswer } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { ptzAim } from './ptz-aim.ts';

const done: FakeAnswer = { status: 204 };

function camera(position = 'pan=-60.0\r\ntilt=5.0\r\nzoom=2000\r\nfocus=5000\r\n') {
  return recordingLink({
    answers: {
      'ptz.absolute': done,
      'ptz.relative': done,
      'ptz.center': done,
      'ptz.home': done,
      'ptz.autofocus': done,
      'home.set': { text: 'OK\r\n' },
      'ptz.position': { text: position },
    },
  });
}

describe('turning to a position', () => {
  it.each([
    [{ pan: -180, tilt: 190 }, 'ptz.absolute?pan=-180&tilt=190'],
    [{ zoom: 9999, focus: 0.4 }, 'ptz.absolute?zoom=9999&focus=0'],
    [{ pan: 12.345 }, 'ptz.absolute?pan=12.3'],
  ])('%j', async (to, call) => {
    const { link, calls } = camera();
    await ptzAim.turnPtzTo(link, '1', to);
    expect(calls).toEqual([call]);
  });

  it.each([
    [
      { pan: -360, tilt: 360, zoom: -9999, focus: 9999 },
      '?rpan=-360&rtilt=360&rzoom=-9999&rfocus=9999',
    ],
    [{ tilt: 0.05 }, '?rtilt=0.1'],
  ])('by %j', async (change, query) => {
    const { link, calls } = camera();
    await ptzAim.turnPtzBy(link, '1', change);
    expect(calls).toEqual([`ptz.relative${query}`]);
  });

  it.each([{}, { pan: 181 }, { tilt: -11 }, { zoom: -1 }, { focus: 10_000 }, { pan: Number.NaN }])(
    'not to %j',
    async (to) => {
      const { link, calls } = camera();
      const work = ptzAim.turnPtzTo(link, '1', to);
      await expect(work).rejects.toMatchObject({ kind: 'rejected', reason: 'illegal-parameter' });
      expect(calls).toEqual([]);
    },
  );

  it('reads where it looks', async () => {
    const position = await ptzAim.readPtzPosition(camera().link, '1');
    expect(position).toEqual({ pan: -60, tilt: 5, zoom: 2000, focus: 5000 });
    await expect(ptzAim.readPtzPosition(camera('pan=x').link, '1')).rejects.toMatchObject({
      kind: 'malformed-reply',
    });
  });
});

describe('centrePtz', () => {
  it.each([
    ['main-mjpeg', 640, 480, '?center=160,360&imagewidth=640&imageheight=480&stream=jpeg'],
    ['main-jpeg', 640, 480, '?center=160,360&imagewidth=640&imageheight=480&stream=jpeg'],
    ['main-rtsp', 1920, 1080, '?center=480,810&imagewidth=1920&imageheight=1080&stream=h264'],
    ['sub-rtsp', 640, 360, '?center=160,270&imagewidth=640&imageheight=360&stream=h264_2'],
    ['sub-rtsp-2', 640, 360, '?center=160,270&imagewidth=640&imageheight=360&stream=h264'],
    [
      'main-rtsp',
      undefined,
      undefined,
      '?center=480,810&imagewidth=1920&imageheight=1080&stream=h264',
    ],
  ])('in %s of %j x %j', async (streamId, width, height, query) => {
    const { link, calls } = camera();
    await ptzAim.centrePtz(link, '1', { x: 0.25, y: 0.75 }, { streamId, width, height });
    expect(calls).toEqual([`ptz.center${query}`]);
  });
});

describe('zoomPtzToBox', () => {
  const picture = { streamId: 'main-rtsp', width: 1000, height: 500 };

  it('centres the box, then goes its share of the way that is left', async () => {
    const { link, calls } = camera();
    const box = { x: 0.5, y: 0, width: 0.25, height: 0.5 };
    await ptzAim.zoomPtzToBox(link, '1', box, picture);
    expect(calls).toEqual([
      'ptz.position?query=position',
      'ptz.center?center=625,125&imagewidth=1000&imageheight=500&stream=h264',
      'ptz.relative?rzoom=4000',
    ]);
  });

  it('only centres the whole picture', async () => {
    const { link, calls } = camera();
    await ptzAim.zoomPtzToBox(link, '1', { x: 0, y: 0, width: 1, height: 1 }, picture);
    expect(calls).toHaveLength(2);
  });
});

describe('home and autofocus', () => {
  it('goes home, and makes where it looks its home', async () => {
    const { link, calls } = camera();
    await ptzAim.goHome(link, '1');
    await ptzAim.saveHome(link, '1');
    expect(calls).toEqual(['ptz.home?move=home', 'home.set?home=yes']);
  });

  it('has a word for every mode', async () => {
    const { link, calls } = camera();
    for (const mode of autofocusModes) await ptzAim.setAutofocus(link, '1', mode);
    expect(calls.map((call) => call.replace('ptz.autofocus?autofocus=', ''))).toEqual([
      'on',
      'off',
      'pushaf',
      'zoomtrigger',
      'zoomreset',
      'focusreset',
      'reset',
    ]);
  });

  it.each([
    ['goHome', () => ptzAim.goHome(camera().link, '2')],
    ['saveHome', () => ptzAim.saveHome(camera().link, '2')],
    ['setAutofocus', () => ptzAim.setAutofocus(camera().link, '2', 'on')],
    ['readPtzPosition', () => ptzAim.readPtzPosition(camera().link, '2')],
  ])('%s knows no second camera', async (_, work) => {
    await expect(work()).rejects.toMatchObject({ reason: 'not-found' });
  });
});
