import { describe, expect, it } from 'vitest';
import { type PtzVelocity, still } from '../../domain/ptz.ts';
import { recordingLink } from '../recording-link.ts';
import { ptzOperations } from './ptz.ts';

const success = { contentType: 'application/json', text: '{"code":0,"message":"Success"}' };
const answers = Object.fromEntries(
  ['home', 'stop', 'move', 'zoom', 'focus', 'iris'].map((name) => [`ptz.${name}`, success]),
);
const stop: string = 'ptz.stop?ch=1&stop=true';
const move = (text: string): string => `ptz.move?ch=1&move=${text}`;

async function moved(velocity: Partial<PtzVelocity>, before: Partial<PtzVelocity> = {}) {
  const { link, calls } = recordingLink({ answers });
  await ptzOperations.movePtz(link, '1', { ...still, ...velocity }, { ...still, ...before });
  return calls;
}

describe('movePtz', () => {
  it.each<[Partial<PtzVelocity>, string]>([
    [{ pan: 1 }, move('1,0')],
    [{ pan: -1 }, move('-1,0')],
    [{ tilt: 1 }, move('0,1')],
    [{ tilt: -0.1 }, move('0,-0.1')],
    [{ pan: 0.5, tilt: 0.5 }, move('0.5,0.5')],
    [{ pan: -0.123_456, tilt: 0.001 }, move('-0.12,0.01')],
    [{ zoom: 0.5 }, 'ptz.zoom?ch=1&zoom=0.5'],
    [{ zoom: -0.5 }, 'ptz.zoom?ch=1&zoom=-0.5'],
    [{ iris: 1 }, 'ptz.iris?ch=1&iris=1'],
    [{ iris: -0.1 }, 'ptz.iris?ch=1&iris=-0.1'],
  ])('sends %j as one command', async (velocity, call) => {
    expect(await moved(velocity)).toEqual([call]);
  });

  it('turns the sign of focus: the guide calls near positive', async () => {
    expect(await moved({ focus: 1 })).toEqual(['ptz.focus?ch=1&focus=-1']);
    expect(await moved({ focus: -0.1 })).toEqual(['ptz.focus?ch=1&focus=0.1']);
  });

  it('sends only what changed', async () => {
    const zooming = { pan: 0.5, zoom: 1 };
    expect(await moved({ ...zooming, pan: 0.6 }, zooming)).toEqual([move('0.6,0')]);
    expect(await moved(zooming, zooming)).toEqual([]);
    expect(await moved({ ...zooming, iris: 1 }, zooming)).toEqual(['ptz.iris?ch=1&iris=1']);
  });

  it('ends one of pan and tilt in the command of the other', async () => {
    expect(await moved({ tilt: 0.5 }, { pan: 0.5, tilt: 0.5 })).toEqual([move('0,0.5')]);
  });

  it('stops everything where a motor ends, and sets the others going again', async () => {
    expect(await moved({ pan: 0.5 }, { pan: 0.5, zoom: 1 })).toEqual([stop, move('0.5,0')]);
    expect(await moved({ zoom: 1, focus: 1 }, { tilt: 1, zoom: 1 })).toEqual([
      stop,
      'ptz.zoom?ch=1&zoom=1',
      'ptz.focus?ch=1&focus=-1',
    ]);
  });

  it('never starts anything where nothing is to move', async () => {
    expect(await moved({}, { zoom: 1 })).toEqual([stop]);
  });
});

describe('stopPtz', () => {
  it('sends the one stop of all movements', async () => {
    const { link, calls } = recordingLink({ answers });
    await ptzOperations.stopPtz(link, '1');
    expect(calls).toEqual([stop]);
  });
});

describe('goHome', () => {
  it('sends the camera home', async () => {
    const { link, calls } = recordingLink({ answers });
    await ptzOperations.goHome(link, '12');
    expect(calls).toEqual(['ptz.home?ch=12&home=true']);
  });
});

describe('a channel that is none', () => {
  it.each(['0', '01', 'x', '1,2', '', '10000'])('%j is not calls for', async (channel) => {
    const { link, calls } = recordingLink({ answers });
    await expect(ptzOperations.stopPtz(link, channel)).rejects.toMatchObject({
      kind: 'rejected',
      reason: 'channel-unknown',
    });
    expect(calls).toEqual([]);
  });
});
