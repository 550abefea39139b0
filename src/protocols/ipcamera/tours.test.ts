import { describe, expect, it } from 'vitest';
import type { TourPlan } from '../../domain/tour.ts';
import type { FakeDevice } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { fixedCamera, listed, ptzCamera, ptzDescription } from './fixtures/cameras.ts';
import { tours } from './tours.ts';

function camera(others: FakeDevice['answers'] = {}, parameters = ptzCamera) {
  return recordingLink({
    answers: {
      'parameters.list': ({ group }) => ({ text: listed(parameters, group) }),
      'ptz.commands': { text: ptzDescription },
      'ptz.move': { status: 204 },
      'sequence.run': { status: 204 },
      'autopan.run': { status: 204 },
      'cruise.run': { status: 204 },
      'autopan.set': { text: 'OK\r\n' },
      'autopan.set-speed': { text: 'OK\r\n' },
      'cruise.set': { text: 'OK\r\n' },
      ...others,
    },
  });
}

describe('listTours', () => {
  it('lists every line that the model has', async () => {
    const all = await tours.listTours(camera().link, '1');
    expect(all).toHaveLength(20);
    expect(all[0]).toEqual({
      id: 'sequence-1',
      kind: 'sequence',
      number: 1,
      name: 'Round',
      editable: true,
    });
    expect(all.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['sequence-8', 'autopan-4', 'cruise-8']),
    );
  });

  it('lists those that have no name yet', async () => {
    const nameless = ptzCamera.replace(/root\.GuardTour.*\n/g, '');
    const [first] = await tours.listTours(camera({}, nameless).link, '1');
    expect(first).toMatchObject({ id: 'sequence-1', name: '' });
  });

  it('lists none of a model without them, nor of a fixed camera', async () => {
    const { link } = camera({ 'ptz.commands': { text: 'continuouszoommove=[n]\n' } });
    expect(await tours.listTours(link, '1')).toEqual([]);
    expect(await tours.listTours(camera({}, fixedCamera).link, '1')).toEqual([]);
  });
});

describe('running', () => {
  it.each([
    ['sequence-8', 'sequence.run?gotoserversequenceno=8'],
    ['autopan-4', 'autopan.run?gotoserverautopanno=4'],
    ['cruise-1', 'cruise.run?gotoservercruiseno=1'],
  ])('starts %s, and stops it by standing still', async (id, call) => {
    const { link, calls } = camera();
    await tours.startTour(link, '1', id);
    await tours.stopTour(link, '1', id);
    expect(calls).toEqual([call, 'ptz.move?continuouspantiltmove=0,0&continuouszoommove=0']);
  });

  it.each(['autopan-5', 'sequence-9', 'patrol-1', 'cruise-0', 'none', ''])(
    'knows no %j',
    async (id) => {
      const { link, calls } = camera();
      const failure = { kind: 'rejected', reason: 'not-found' };
      await expect(tours.startTour(link, '1', id)).rejects.toMatchObject(failure);
      await expect(tours.stopTour(link, '1', id)).rejects.toMatchObject(failure);
      await expect(tours.readTour(link, '1', id)).rejects.toMatchObject(failure);
      expect(calls).toEqual([]);
    },
  );
});

describe('lines of autopan and cruise', () => {
  const nothing = { mark: null, direction: null, speed: null };

  it('cannot be read', async () => {
    expect(await tours.readTour(camera().link, '1', 'cruise-2')).toEqual({
      kind: 'cruise',
      ...nothing,
    });
  });

  it.each<[string, TourPlan, readonly string[]]>([
    ['autopan-1', { kind: 'autopan', ...nothing }, []],
    [
      'autopan-1',
      { kind: 'autopan', ...nothing, mark: 'start' },
      ['autopan.set?setserverautopan=1,start'],
    ],
    [
      'autopan-4',
      { kind: 'autopan', mark: 'end', direction: 'left', speed: 0 },
      ['autopan.set?setserverautopan=4,end', 'autopan.set-speed?setserverautopandirspeed=4,left,0'],
    ],
    [
      'autopan-2',
      { kind: 'autopan', mark: null, direction: 'right', speed: 3 },
      ['autopan.set-speed?setserverautopandirspeed=2,right,3'],
    ],
    [
      'cruise-8',
      { kind: 'cruise', ...nothing, mark: 'start' },
      ['cruise.set?setservercruise=8,start'],
    ],
    ['cruise-8', { kind: 'cruise', ...nothing, mark: 'end' }, ['cruise.set?setservercruise=8,end']],
  ])('%s is saved as %j', async (id, plan, expected) => {
    const { link, calls } = camera();
    await tours.saveTour(link, '1', id, plan);
    expect(calls).toEqual(expected);
  });

  it.each<[string, TourPlan, object]>([
    [
      'autopan-1',
      { kind: 'autopan', ...nothing, direction: 'left' },
      { reason: 'illegal-parameter' },
    ],
    ['autopan-1', { kind: 'autopan', ...nothing, speed: 1 }, { reason: 'illegal-parameter' }],
    ['cruise-1', { kind: 'cruise', ...nothing, speed: 1 }, { kind: 'unsupported' }],
    ['cruise-1', { kind: 'autopan', ...nothing }, { reason: 'illegal-parameter' }],
  ])('%s does not take %j', async (id, plan, failure) => {
    const { link, calls } = camera();
    await expect(tours.saveTour(link, '1', id, plan)).rejects.toMatchObject(failure);
    expect(calls).toEqual([]);
  });
});
