import { describe, expect, it } from 'vitest';
import { type PtzVelocity, still } from '../../domain/ptz.ts';
import type { FakeAnswer, FakeDevice } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { listed, ptzCamera, ptzDescription } from './fixtures/cameras.ts';
import { ptzMove } from './ptz-move.ts';

const done: FakeAnswer = { status: 204 };
const unknown: FakeAnswer = { text: '# Error: parameter not supported\n' };

function camera(others: FakeDevice['answers'] = {}, description = ptzDescription) {
  return recordingLink({
    answers: {
      'parameters.list': ({ group }) => ({ text: listed(ptzCamera, group) }),
      'ptz.commands': { text: description },
      'ptz.move': done,
      'ptz.zoom': done,
      'ptz.focus': done,
      'ptz.iris': done,
      'ptz.step': done,
      'ptz.zoom-steps': done,
      'ptz.focus-steps': done,
      ...others,
    },
  });
}

const going = (part: Partial<PtzVelocity>): PtzVelocity => ({ ...still, ...part });

describe('movePtz', () => {
  it.each([
    [{ pan: 1 }, {}, ['ptz.move?continuouspantiltmove=100,0']],
    [{ pan: -0.5, tilt: -0.25 }, {}, ['ptz.move?continuouspantiltmove=-50,-25']],
    [
      { pan: 0.5, tilt: 0.5, zoom: -1 },
      {},
      ['ptz.move?continuouspantiltmove=50,50&continuouszoommove=-100'],
    ],
    [{ zoom: 0.001 }, {}, ['ptz.zoom?continuouszoommove=1']],
    // Far is positive with us, and near with the device.
    [{ focus: 0.3 }, {}, ['ptz.focus?continuousfocusmove=-30']],
    [{ focus: -1 }, {}, ['ptz.focus?continuousfocusmove=100']],
    [{ iris: 0.1 }, {}, ['ptz.iris?continuousirismove=open']],
    [{ iris: -1 }, {}, ['ptz.iris?continuousirismove=close']],
    // What goes on as before is not sent again, and what comes to rest is stopped.
    [{ pan: 1, zoom: 1 }, { zoom: 1 }, ['ptz.move?continuouspantiltmove=100,0']],
    [{ zoom: 1 }, { pan: 1, zoom: 1 }, ['ptz.move?continuouspantiltmove=0,0']],
    [{ pan: 1 }, { pan: 1, zoom: 1 }, ['ptz.zoom?continuouszoommove=0']],
    [{ tilt: 1 }, { pan: 1 }, ['ptz.move?continuouspantiltmove=0,100']],
    [{ pan: 1 }, { pan: 1, focus: 1 }, ['ptz.focus?continuousfocusmove=0']],
    [{ pan: 1 }, { pan: 1, iris: -1 }, ['ptz.iris?continuousirismove=stop']],
    [{ iris: 1 }, { iris: 0.5 }, []],
  ])('to %j from %j', async (velocity, before, expected) => {
    const { link, calls } = camera();
    await ptzMove.movePtz(link, '1', going(velocity), going(before));
    expect(calls).toEqual(expected);
  });

  it.each([
    ['OK', { text: 'OK\r\n' }],
    ['204', { status: 204 }],
  ])('takes %s for success', async (_, answer) => {
    const { link } = camera({ 'ptz.move': answer });
    await expect(ptzMove.movePtz(link, '1', going({ pan: 1 }), still)).resolves.toBeUndefined();
  });

  it.each([
    [unknown, { kind: 'rejected', reason: 'command-refused', detail: 'parameter not supported' }],
    [{ text: '# Error: pwd=SECRET' }, { reason: 'command-refused', detail: undefined }],
    [{ text: 'Permission denied' }, { kind: 'forbidden' }],
    [{ text: '' }, { kind: 'malformed-reply' }],
    [{ text: '<html>' }, { kind: 'malformed-reply' }],
    [{ text: 'Bye' }, { kind: 'malformed-reply' }],
  ])('takes %j for none', async (answer, failure) => {
    const { link } = camera({ 'ptz.move': answer });
    const work = ptzMove.movePtz(link, '1', going({ pan: 1 }), still);
    await expect(work).rejects.toMatchObject(failure);
  });

  it('knows no second camera', async () => {
    const { link, calls } = camera();
    const work = ptzMove.movePtz(link, '2', going({ pan: 1 }), still);
    await expect(work).rejects.toMatchObject({ reason: 'not-found' });
    expect(calls).toEqual([]);
  });
});

describe('stopPtz', () => {
  const panTilt = 'ptz.move?continuouspantiltmove=0,0';
  const zoom = 'ptz.zoom?continuouszoommove=0';
  const focus = 'ptz.focus?continuousfocusmove=0';
  const iris = 'ptz.iris?continuousirismove=stop';
  const all = going({ pan: 1, tilt: 1, zoom: 1, focus: 1, iris: 1 });

  it.each([
    [going({ pan: 1, tilt: 1 }), [panTilt]],
    [going({ tilt: -1 }), [panTilt]],
    [going({ zoom: 1 }), [zoom]],
    [going({ focus: 1, iris: 1 }), [focus, iris]],
    [all, [panTilt, zoom, focus, iris]],
    [still, [panTilt, zoom]],
  ])('of %j', async (moving, expected) => {
    const { link, calls } = camera();
    await ptzMove.stopPtz(link, '1', moving);
    expect(calls).toEqual(expected);
  });

  it('is content where a camera cannot move what it does not stop', async () => {
    const { link } = camera({ 'ptz.iris': unknown, 'ptz.focus': { status: 404 } });
    await expect(ptzMove.stopPtz(link, '1', all)).resolves.toBeUndefined();
  });

  it.each([
    ['refuses', unknown, { reason: 'command-refused' }],
    ['fails', { status: 500 }, { reason: 'server-error' }],
  ])(
    'is not where a camera %s to stop what it can move, and stops the others',
    async (_, answer, failure) => {
      const { link, calls } = camera({ 'ptz.move': answer });
      await expect(ptzMove.stopPtz(link, '1', all)).rejects.toMatchObject(failure);
      expect(calls).toEqual(expect.arrayContaining([zoom, focus, iris]));
    },
  );
});

describe('stepPtz', () => {
  it.each([
    [{ pan: -1 }, ['ptz.step?move=left']],
    [{ pan: 1 }, ['ptz.step?move=right']],
    [{ tilt: 1 }, ['ptz.step?move=up']],
    [{ tilt: -1 }, ['ptz.step?move=down']],
    [{ pan: -1, tilt: 1 }, ['ptz.step?move=upleft']],
    [{ pan: 1, tilt: 1 }, ['ptz.step?move=upright']],
    [{ pan: -1, tilt: -1 }, ['ptz.step?move=downleft']],
    [{ pan: 1, tilt: -1 }, ['ptz.step?move=downright']],
    [{ zoom: 1 }, ['ptz.zoom-steps?zoomsteps=8']],
    [{ zoom: -1 }, ['ptz.zoom-steps?zoomsteps=-8']],
    // Near is positive with the device.
    [{ focus: 1 }, ['ptz.focus-steps?focussteps=-8']],
    [{ focus: -1 }, ['ptz.focus-steps?focussteps=8']],
  ] as const)('by %j', async (step, expected) => {
    const { link, calls } = camera();
    await ptzMove.stepPtz(link, '1', { ...still, ...step });
    expect(calls).toEqual(expected);
  });

  it.each([{ iris: 1 }, { pan: 1, iris: 1 }, {}] as const)('knows no step %j', async (step) => {
    const { link, calls } = camera();
    const work = ptzMove.stepPtz(link, '1', { ...still, ...step });
    await expect(work).rejects.toMatchObject({ kind: 'unsupported' });
    expect(calls).toEqual([]);
  });
});
