import { describe, expect, it } from 'vitest';
import { type PtzVelocity, still } from '../../domain/ptz.ts';
import type { FakeAnswer } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { systemInfoJson, systemInfoPlain, systemInfoXml } from './fixtures/system-info.ts';
import { ptz } from './ptz.ts';

/** A server that says to every command the same, and of every camera that it can do `features`. */
function server(features = '29', answer: FakeAnswer = { text: 'OK' }, info = systemInfoJson) {
  return recordingLink({
    answers: {
      'system.info': { text: info },
      'ptz.capabilities': { text: features },
      'ptz.move': answer,
      'ptz.zoom': answer,
      'ptz.stop': answer,
      'ptz.home': answer,
    },
  });
}

const going = (part: Partial<PtzVelocity>): PtzVelocity => ({ ...still, ...part });

async function moved(velocity: PtzVelocity, before: PtzVelocity = still) {
  const { link, calls } = server();
  await ptz.movePtz(link, '3', velocity, before);
  return calls;
}

describe('movePtz', () => {
  it.each([
    [going({ pan: -0.5 }), 'ptz.move?cameraNum=3&command=1&speed=50'],
    [going({ pan: 1 }), 'ptz.move?cameraNum=3&command=2&speed=100'],
    [going({ tilt: 0.25 }), 'ptz.move?cameraNum=3&command=3&speed=25'],
    [going({ tilt: -0.001 }), 'ptz.move?cameraNum=3&command=4&speed=1'],
    [going({ pan: -0.5, tilt: 0.4 }), 'ptz.move?cameraNum=3&command=8&speed=50'],
    [going({ pan: 0.5, tilt: 0.5 }), 'ptz.move?cameraNum=3&command=9&speed=50'],
    [going({ pan: -0.3, tilt: -0.6 }), 'ptz.move?cameraNum=3&command=10&speed=60'],
    [going({ pan: 0.3, tilt: -0.3 }), 'ptz.move?cameraNum=3&command=11&speed=30'],
    [going({ zoom: 0.7 }), 'ptz.zoom?cameraNum=3&command=5&speed=70'],
    [going({ zoom: -1 }), 'ptz.zoom?cameraNum=3&command=6&speed=100'],
    // Nearer to right than to any diagonal.
    [going({ pan: 0.5, tilt: 0.2 }), 'ptz.move?cameraNum=3&command=2&speed=50'],
  ])('turns %j into one command', async (velocity, call) => {
    expect(await moved(velocity)).toEqual([call]);
  });

  it('sends zoom beside the turn', async () => {
    expect(await moved(going({ pan: 1, zoom: 1 }))).toEqual([
      'ptz.move?cameraNum=3&command=2&speed=100',
      'ptz.zoom?cameraNum=3&command=5&speed=100',
    ]);
  });

  it('sends only what changed', async () => {
    const before = going({ pan: 1, zoom: 1 });
    expect(await moved(going({ pan: -1, zoom: 1 }), before)).toEqual([
      'ptz.move?cameraNum=3&command=1&speed=100',
    ]);
    expect(await moved(before, before)).toEqual([]);
  });

  it.each([
    [going({ pan: 1, tilt: 1 }), going({ pan: 1 }), ['ptz.move?cameraNum=3&command=2&speed=100']],
    [going({ pan: 1, zoom: 1 }), going({ pan: 1 }), ['ptz.move?cameraNum=3&command=2&speed=100']],
    [going({ pan: 1, zoom: 1 }), going({ zoom: 1 }), ['ptz.zoom?cameraNum=3&command=5&speed=100']],
  ])('stops all of %j where only %j goes on', async (before, velocity, others) => {
    expect(await moved(velocity, before)).toEqual(['ptz.stop?cameraNum=3&command=99', ...others]);
  });

  it('has no focus, and stops what went before it', async () => {
    const { link, calls } = server();
    const work = ptz.movePtz(link, '3', going({ focus: 1 }), going({ pan: 1 }));
    await expect(work).rejects.toMatchObject({ kind: 'unsupported', reason: 'not-supported' });
    expect(calls).toEqual(['ptz.stop?cameraNum=3&command=99']);
  });
});

describe('stopPtz', () => {
  it('sends 99, whatever moves', async () => {
    const { link, calls } = server();
    await ptz.stopPtz(link, '0');
    expect(calls).toEqual(['ptz.stop?cameraNum=0&command=99']);
  });
});

describe('stepPtz', () => {
  it.each([
    [{ ...still, pan: -1, tilt: -1 } as const, 'ptz.move?cameraNum=3&command=10'],
    [{ ...still, zoom: -1 } as const, 'ptz.zoom?cameraNum=3&command=6'],
  ])('sends %j to a camera that stands by itself afterwards', async (step, call) => {
    const { link, calls } = server('29');
    await ptz.stepPtz(link, '3', step);
    expect(calls).toEqual(['ptz.capabilities?cameraNum=3', call]);
  });

  it('sends nothing to one that would run away', async () => {
    const { link, calls } = server('61\n');
    const work = ptz.stepPtz(link, '3', { ...still, pan: 1 });
    await expect(work).rejects.toMatchObject({ kind: 'unsupported' });
    expect(calls).toEqual(['ptz.capabilities?cameraNum=3']);
  });

  it.each([{ ...still, focus: 1 } as const, { ...still, pan: 1, iris: -1 } as const, still])(
    'does not know %j',
    async (step) => {
      const { link, calls } = server();
      await expect(ptz.stepPtz(link, '3', step)).rejects.toMatchObject({ kind: 'unsupported' });
      expect(calls).toEqual([]);
    },
  );
});

describe('goHome', () => {
  it('sends 7', async () => {
    const { link, calls } = server();
    await ptz.goHome(link, '3');
    expect(calls).toEqual(['ptz.home?cameraNum=3&command=7']);
  });

  it.each([
    ['a word', { text: 'ERROR' }, { kind: 'rejected', reason: 'command-refused' }],
    ['a sentence that begins with it', { text: 'OK not' }, { reason: 'command-refused' }],
    ['nothing', { text: '' }, { reason: 'command-refused' }],
    ['a 404', { status: 404 }, { reason: 'command-refused', detail: '404' }],
    ['a page', { text: '<html>OK</html>' }, { kind: 'malformed-reply', reason: 'html-page' }],
    ['a refused account', { status: 401 }, { kind: 'unauthorized' }],
  ])('takes %s for no success', async (_, answer, failure) => {
    const { link } = server('29', answer);
    await expect(ptz.goHome(link, '3')).rejects.toMatchObject(failure);
  });

  it.each(['-1', 'x', '', '12345'])('knows no camera %j', async (channel) => {
    const { link, calls } = server();
    await expect(ptz.goHome(link, channel)).rejects.toMatchObject({ reason: 'not-found' });
    expect(calls).toEqual([]);
  });
});

describe('readPtzAbilities', () => {
  const abilities = (channel: string, info: string, features?: string) =>
    ptz.readPtzAbilities(server(features, undefined, info).link, channel);

  it('lets a continuous camera move, with speed', async () => {
    expect(await abilities('3', systemInfoXml)).toMatchObject({
      moves: ['pan', 'tilt', 'zoom'],
      steps: [],
      diagonal: true,
      speed: true,
      home: false,
      presets: { most: 8, named: false },
      centre: false,
    });
  });

  it('lets others step, at their one speed, in the older spelling too', async () => {
    expect(await abilities('7', systemInfoPlain)).toMatchObject({
      moves: [],
      steps: ['pan', 'tilt', 'zoom'],
      speed: false,
      home: true,
    });
  });

  it('asks where systemInfo says nothing of it', async () => {
    const silent = '{"server":{"version":6},"camera-list":[{"number":3}]}';
    expect(await abilities('3', silent, '36')).toMatchObject({
      moves: ['zoom'],
      diagonal: false,
      presets: null,
    });
    await expect(abilities('3', silent, '?')).rejects.toMatchObject({ kind: 'malformed-reply' });
  });

  it('gives nothing to an account that may not move it', async () => {
    expect(await abilities('0', systemInfoXml)).toMatchObject({
      moves: [],
      steps: [],
      home: false,
    });
  });

  it('knows no camera that the server does not list', async () => {
    await expect(abilities('1', systemInfoXml)).rejects.toMatchObject({ reason: 'not-found' });
  });
});
