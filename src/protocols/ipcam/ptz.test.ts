import { describe, expect, it } from 'vitest';
import { noPtz, type PtzVelocity, still } from '../../domain/ptz.ts';
import { type FakeAnswer, fakeLink } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { cameraParameters } from './fixtures/camera-parameters.ts';
import { patrolOperations } from './patrols.ts';
import { ptzOperations } from './ptz.ts';

const ok = { contentType: 'text/plain', text: 'ok.\n' };
const answers = { 'decoder.move': ok, 'decoder.patrol': ok };
const full = (velocity: Partial<PtzVelocity>) => ({ ...still, ...velocity });

/** The codes that are sent, in their order. */
async function codes(run: (link: ReturnType<typeof fakeLink>) => Promise<unknown>) {
  const { link, calls } = recordingLink({ answers });
  await run(link);
  return calls.map((call) => Number(call.split('=')[1]));
}
const moved = (velocity: Partial<PtzVelocity>, before: Partial<PtzVelocity> = {}) =>
  codes((link) => ptzOperations.movePtz(link, '1', full(velocity), full(before)));
const stopped = (moving: Partial<PtzVelocity>) =>
  codes((link) => ptzOperations.stopPtz(link, '1', full(moving)));

describe('readPtzAbilities', () => {
  it('promises two axes, one at a time and at one speed', async () => {
    await expect(ptzOperations.readPtzAbilities(fakeLink({}), '1')).resolves.toEqual({
      ...noPtz,
      moves: ['pan', 'tilt'],
      home: true,
    });
  });
});

describe('movePtz', () => {
  it.each([
    ['up', { tilt: 0.2 }, 0],
    ['down', { tilt: -1 }, 2],
    ['left', { pan: -0.5 }, 4],
    ['right', { pan: 1 }, 6],
  ])('begins %s with its code', async (_, velocity, code) => {
    expect(await moved(velocity)).toEqual([code]);
  });

  it.each([
    ['left to up', { pan: -1 }, { tilt: 1 }, [5, 0]],
    ['up to down', { tilt: 1 }, { tilt: -1 }, [1, 2]],
    ['down to right', { tilt: -1 }, { pan: 1 }, [3, 6]],
    ['right to left', { pan: 1 }, { pan: -1 }, [7, 4]],
  ])('ends what goes before it changes from %s', async (_, before, velocity, sent) => {
    expect(await moved(velocity, before)).toEqual(sent);
  });

  it('sends nothing where only the speed changes, for there is one', async () => {
    expect(await moved({ pan: 0.9 }, { pan: 0.1 })).toEqual([]);
  });

  it('follows the faster axis of a diagonal, which the document has not', async () => {
    expect(await moved({ pan: -0.5, tilt: 0.6 })).toEqual([0]);
    expect(await moved({ pan: -0.5, tilt: 0.5 })).toEqual([4]);
    // Only left was begun; the slower half of the diagonal is ended all the same.
    expect(await moved({ tilt: 0.6 }, { pan: -0.5, tilt: 0.5 })).toEqual([5, 0]);
    expect(await moved({ tilt: -0.6 }, { pan: -0.5, tilt: 0.5 })).toEqual([5, 1, 2]);
  });

  it('begins nothing where the end of what went before is refused', async () => {
    const { link, calls } = recordingLink({
      answers: {
        'decoder.move': { text: 'error: illegal params.\n' },
      },
    });
    const moving = ptzOperations.movePtz(link, '1', full({ tilt: 1 }), full({ pan: -1 }));
    await expect(moving).rejects.toMatchObject({ kind: 'rejected', detail: 'illegal params' });
    expect(calls.map((call) => Number(call.split('=')[1]))).toEqual([5]);
  });

  it('ends what goes, and then says that it has no lens to move', async () => {
    const { link, calls } = recordingLink({ answers });
    const zooming = ptzOperations.movePtz(link, '1', full({ zoom: 1 }), full({ tilt: 1 }));
    await expect(zooming).rejects.toMatchObject({ kind: 'unsupported', reason: 'not-supported' });
    expect(calls).toEqual(['decoder.move?command=1']);
  });
});

describe('stopPtz', () => {
  it.each([
    [{ tilt: 1 }, [1]],
    [{ tilt: -0.1 }, [3]],
    [{ pan: -1 }, [5]],
    [{ pan: 0.3 }, [7]],
    [{ pan: 1, tilt: 0.5 }, [7, 1]],
  ])('ends %j with its own code', async (moving, sent) => {
    expect(await stopped(moving)).toEqual(sent);
  });

  it('ends all that can go where nothing is known to', async () => {
    expect(await stopped({})).toEqual([1, 3, 5, 7, 27, 29]);
    expect(await stopped({ zoom: 1 })).toEqual([1, 3, 5, 7, 27, 29]);
  });

  it('sends every stop, though one of them fails', async () => {
    const { link, calls } = recordingLink({
      answers: {
        'decoder.move': ({ command }) => (command === 1 ? { status: 500 } : ok),
        'decoder.patrol': ok,
      },
    });
    await expect(ptzOperations.stopPtz(link, '1', still)).rejects.toMatchObject({ detail: '500' });
    expect(calls).toHaveLength(6);
  });
});

describe('goHome', () => {
  it('centres', async () => {
    expect(await codes((link) => ptzOperations.goHome(link, '1'))).toEqual([25]);
  });
});

describe('the patrols', () => {
  it('are two tours that nobody edits', async () => {
    const tours = await patrolOperations.listTours(fakeLink({}), '1');
    expect(
      tours.map(({ id, kind, number, way, editable }) => [id, kind, number, way, editable]),
    ).toEqual([
      ['patrol-vertical', 'patrol', 1, 'vertical', false],
      ['patrol-horizontal', 'patrol', 2, 'horizontal', false],
    ]);
  });

  it.each([
    ['startTour', 'patrol-vertical', 26],
    ['stopTour', 'patrol-vertical', 27],
    ['startTour', 'patrol-horizontal', 28],
    ['stopTour', 'patrol-horizontal', 29],
  ] as const)('%s %s is code %i', async (operation, id, code) => {
    expect(await codes((link) => patrolOperations[operation](link, '1', id))).toEqual([code]);
  });

  it('are no others', async () => {
    const starting = patrolOperations.startTour(fakeLink({ answers }), '1', 'cruise-1');
    await expect(starting).rejects.toMatchObject({ reason: 'not-found' });
  });
});

describe('a refused account', () => {
  const home = (camera: FakeAnswer) =>
    ptzOperations.goHome(
      fakeLink({ answers: { 'decoder.move': { status: 401 }, 'camera.read': camera } }),
      '1',
    );

  it('may not steer where it is let in elsewhere', async () => {
    await expect(home({ text: cameraParameters })).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'no-permission',
      operation: 'ipcam.decoder.move',
    });
  });

  it('has the wrong password where it is let in nowhere', async () => {
    await expect(home({ status: 401 })).rejects.toMatchObject({ kind: 'unauthorized' });
  });
});
