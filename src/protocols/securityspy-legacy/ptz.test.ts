import { describe, expect, it } from 'vitest';
import { noPtz, type PtzStep, type PtzVelocity, still } from '../../domain/ptz.ts';
import { type FakeAnswer, fakeLink } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { active } from './fixtures/camera-status.ts';
import { systemInfo } from './fixtures/system-info.ts';
import { ptzOperations } from './ptz.ts';

const full = (velocity: Partial<PtzVelocity>) => ({ ...still, ...velocity });
const ok = { 'ptz.move': { text: 'OK' } };

/** The commands that are sent to camera 4, in their order. */
async function commands(run: (link: ReturnType<typeof fakeLink>) => Promise<unknown>) {
  const { link, calls } = recordingLink({ answers: ok });
  await run(link);
  return calls.map((call) => Number(/^ptz\.move\?cameraNum=4&command=(\d+)$/.exec(call)?.[1]));
}
const moved = (velocity: Partial<PtzVelocity>, before: Partial<PtzVelocity> = {}) =>
  commands((link) => ptzOperations.movePtz(link, '4', full(velocity), full(before)));

const headings: [Partial<PtzStep>, number][] = [
  [{ pan: -1 }, 1],
  [{ pan: 1 }, 2],
  [{ tilt: 1 }, 3],
  [{ tilt: -1 }, 4],
  [{ zoom: 1 }, 5],
  [{ zoom: -1 }, 6],
  [{ pan: -1, tilt: 1 }, 8],
  [{ pan: 1, tilt: 1 }, 9],
  [{ pan: -1, tilt: -1 }, 10],
  [{ pan: 1, tilt: -1 }, 11],
];

describe('readPtzAbilities', () => {
  const abilities = (mask: number, channel = '4') => {
    const text = systemInfo.replaceAll(/(<ptzcapabilities>)31</g, `$1${mask}<`);
    const answers = { 'system.info': { text } };
    return ptzOperations.readPtzAbilities(fakeLink({ answers }), channel);
  };

  it('of a camera that steps are steps', async () => {
    await expect(abilities(31)).resolves.toEqual({
      ...noPtz,
      steps: ['pan', 'tilt', 'zoom'],
      diagonal: true,
      home: true,
      presets: { most: 8, named: false },
    });
  });

  it('of a camera that has to be stopped are moves', async () => {
    await expect(abilities(1 + 32)).resolves.toEqual({
      ...noPtz,
      moves: ['pan', 'tilt'],
      diagonal: true,
    });
    await expect(abilities(4 + 32)).resolves.toEqual({ ...noPtz, moves: ['zoom'] });
  });

  it('are none where the server says of none', async () => {
    await expect(abilities(0)).resolves.toEqual(noPtz);
  });

  it.each([
    ['no page', { status: 404 }, noPtz],
    ['no buttons', { text: '<html></html>' }, noPtz],
    [
      'buttons',
      { text: [5, 6, 99].map((n) => `<a href="command?command=${n}">`).join('') },
      { ...noPtz, moves: ['zoom'] },
    ],
  ])('are those of the page where the server has no list: %s', async (_, page, can) => {
    const link = fakeLink({
      answers: {
        'system.info': { status: 404 },
        'camera.status': { text: active },
        'ptz.page': page,
      },
    });
    await expect(ptzOperations.readPtzAbilities(link, '7')).resolves.toEqual(can);
  });

  it.each(['3', '04', 'x', '-1', ''])('are of no camera %j', async (channel) => {
    await expect(abilities(31, channel)).rejects.toMatchObject({ reason: 'channel-unknown' });
  });

  it('are not asked of a camera that a server without a list has not', async () => {
    const link = fakeLink({ answers: { 'system.info': { status: 404 } } });
    await expect(ptzOperations.readPtzAbilities(link, '7')).rejects.toMatchObject({
      kind: 'unsupported',
    });
  });
});

describe('movePtz', () => {
  it.each(headings)('%j is command %i, at any speed', async (way, command) => {
    expect(await moved(way)).toEqual([command]);
    const slow = Object.fromEntries(Object.entries(way).map(([axis, at]) => [axis, at * 0.1]));
    expect(await moved(slow)).toEqual([command]);
    expect(await moved(way, slow)).toEqual([]);
  });

  it('adds an axis without a stop', async () => {
    expect(await moved({ pan: 1, tilt: 1 }, { pan: 1 })).toEqual([9]);
    expect(await moved({ pan: 1, zoom: 1 }, { pan: 1 })).toEqual([5]);
  });

  it.each([
    ['from left to up', { tilt: 1 }, { pan: -1 }, [99, 3]],
    ['from left to right', { pan: 1 }, { pan: -1 }, [99, 2]],
    ['from a diagonal to one axis', { pan: 1 }, { pan: 1, tilt: 1 }, [99, 2]],
    ['from zoom and pan to pan', { pan: 1 }, { pan: 1, zoom: 1 }, [99, 2]],
    ['from pan and zoom to zoom', { zoom: -1 }, { pan: 1, zoom: -1 }, [99, 6]],
  ])('stops everything %s, and sets going what goes on', async (_, velocity, before, sent) => {
    expect(await moved(velocity, before)).toEqual(sent);
  });

  it('stops what goes, and then says that it has no focus to move', async () => {
    const { link, calls } = recordingLink({ answers: ok });
    const focusing = ptzOperations.movePtz(link, '4', full({ focus: 1 }), full({ pan: 1 }));
    await expect(focusing).rejects.toMatchObject({ reason: 'not-supported' });
    expect(calls).toEqual(['ptz.move?cameraNum=4&command=99']);
  });
});

describe('stopPtz and goHome', () => {
  it('are one command each', async () => {
    expect(await commands((link) => ptzOperations.stopPtz(link, '4'))).toEqual([99]);
    expect(await commands((link) => ptzOperations.goHome(link, '4'))).toEqual([7]);
  });
});

describe('stepPtz', () => {
  const step = (way: Partial<PtzStep>) =>
    commands((link) => ptzOperations.stepPtz(link, '4', { ...still, ...way }));

  it.each(headings)(
    '%j is command %i, and a stop for cameras that would go on',
    async (way, command) => {
      expect(await step(way)).toEqual([command, 99]);
    },
  );

  it('refuses what no command moves', async () => {
    await expect(step({ iris: 1 })).rejects.toMatchObject({ reason: 'not-supported' });
  });
});

describe('the reply of a command', () => {
  const stop = (answer: FakeAnswer, status: FakeAnswer = { status: 401 }) =>
    ptzOperations.stopPtz(
      fakeLink({ answers: { 'ptz.move': answer, 'camera.status': status } }),
      '4',
    );

  it.each(['OK', 'OK\r\n', ' OK '])('%j is success', async (text) => {
    await expect(stop({ text })).resolves.toBeUndefined();
  });

  it.each(['O', 'NOT OK', 'OK SECRET', 'ok?', '<html>OK</html>'])(
    '%j is a refusal, and is not repeated',
    async (text) => {
      await expect(stop({ text })).rejects.toMatchObject({
        kind: 'rejected',
        reason: 'command-refused',
        detail: undefined,
      });
    },
  );

  it.each(['', '\r\n'])('%j is neither', async (text) => {
    await expect(stop({ text })).rejects.toMatchObject({
      kind: 'malformed-reply',
      reason: 'empty-reply',
    });
  });

  it('401 is a missing right where the account may see the camera', async () => {
    await expect(stop({ status: 401 }, { text: active })).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'no-permission',
    });
    await expect(stop({ status: 401 })).rejects.toMatchObject({ kind: 'unauthorized' });
  });
});
