import { describe, expect, it } from 'vitest';
import type { TourStop } from '../../domain/tour.ts';
import type { FakeAnswer, FakeDevice } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { listed, ptzCamera } from './fixtures/cameras.ts';
import { tours } from './tours.ts';

const ok: FakeAnswer = { text: 'OK\r\n' };
const at = (preset: number, dwellSeconds: number, speed: number): TourStop => ({
  presetId: String(preset),
  dwellSeconds,
  speed,
});
const plan = (name: string, ...stops: TourStop[]) => ({ kind: 'sequence', name, stops }) as const;

/** A camera that keeps what it is sent, and gives each new object the lowest free number. */
function camera(parameters: string, names: 'says' | 'hides' = 'says', others = {}) {
  const kept = new Map(
    parameters
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [name = '', ...value] = line.replace(/^root\./, '').split('=');
        return [name, value.join('=')] as const;
      }),
  );
  const add = (group: string, letter: string): string => {
    const taken = (number: number) =>
      Array.from(kept.keys()).some((name) => name.startsWith(`${group}.${letter}${number}.`));
    let number = 1;
    while (taken(number)) number += 1;
    return `${letter}${number}`;
  };
  const update = (query: object) => {
    for (const [name, value] of Object.entries(query)) {
      if (name.includes('.')) kept.set(name, String(value));
    }
  };
  const answers: FakeDevice['answers'] = {
    'parameters.list': ({ group }) => {
      const lines = Array.from(kept, ([name, value]) => `root.${name}=${value}`);
      return { text: listed(lines.join('\n'), group) };
    },
    'parameters.update': (query) => {
      update(query);
      return ok;
    },
    'parameters.remove': ({ group }) => {
      for (const name of kept.keys()) if (name.startsWith(`${group}.`)) kept.delete(name);
      return ok;
    },
    'sequence.add-line': () => {
      const line = add('GuardTour', 'G');
      kept.set(`GuardTour.${line}.Name`, 'New');
      return { text: names === 'says' ? `${line} OK\n` : 'OK\n' };
    },
    'sequence.add-point': ({ group, ...values }) => {
      const point = add(String(group), 'T');
      const named = Object.entries(values).map(([name, value]) => [
        name.replace('.Tour.T.', `.Tour.${point}.`),
        value,
      ]);
      update(Object.fromEntries(named));
      return { text: names === 'says' ? `${point} OK\n` : 'OK\n' };
    },
    'sequence.update-point': (query) => {
      update(query);
      return ok;
    },
    ...others,
  };
  const { link, calls } = recordingLink({ answers });
  const acts = () => calls.filter((call) => !call.startsWith('parameters.list'));
  return { link, acts };
}

const g1 = 'GuardTour.G1.Tour';

describe('reading a sequence line', () => {
  it('reads its stops in order', async () => {
    expect(await tours.readTour(camera(ptzCamera).link, '1', 'sequence-1')).toEqual(
      plan('Round', at(1, 5, 10), at(3, 0, 14)),
    );
  });

  it('reads the other spelling of the waiting time, and defaults of the document', async () => {
    const odd = `root.Properties.PTZ.PTZ=yes
root.${g1}.T10.PresetNbr=256
root.${g1}.T10.WaitTiime=255
root.${g1}.T9.MoveSpeed=0
root.${g1}.T9.PresetNbr=900
`;
    expect(await tours.readTour(camera(odd).link, '1', 'sequence-1')).toEqual(
      plan('', at(1, 1, 0), at(256, 255, 10)),
    );
  });

  it('reads a line that is not there as one without stops', async () => {
    expect(await tours.readTour(camera(ptzCamera).link, '1', 'sequence-2')).toEqual(plan(''));
  });
});

describe('saving a sequence line', () => {
  const save = async (
    { link, acts }: ReturnType<typeof camera>,
    id: string,
    wanted: ReturnType<typeof plan>,
  ) => {
    await tours.saveTour(link, '1', id, wanted);
    expect(await tours.readTour(link, '1', id)).toEqual(wanted);
    return acts();
  };

  it('sends nothing where nothing changed', async () => {
    const calls = await save(
      camera(ptzCamera),
      'sequence-1',
      plan('Round', at(1, 5, 10), at(3, 0, 14)),
    );
    expect(calls).toEqual([]);
  });

  it('changes only the stop that changed, and the name', async () => {
    const wanted = plan('Night', at(1, 5, 10), at(3, 30, 14));
    expect(await save(camera(ptzCamera), 'sequence-1', wanted)).toEqual([
      `sequence.update-point?action=update&${g1}.T2.PresetNbr=3&${g1}.T2.MoveSpeed=14&${g1}.T2.WaitTime=30`,
      'parameters.update?action=update&GuardTour.G1.Name=Night',
    ]);
  });

  it('adds stops', async () => {
    const wanted = plan('Round', at(1, 5, 10), at(3, 0, 14), at(2, 9, 1));
    expect(await save(camera(ptzCamera), 'sequence-1', wanted)).toEqual([
      `sequence.add-point?action=add&group=${g1}&${g1}.T.PresetNbr=2&${g1}.T.MoveSpeed=1&${g1}.T.WaitTime=9`,
    ]);
  });

  it('keeps the order where a new point fills a gap between the numbers', async () => {
    const gap = ptzCamera.replaceAll(`${g1}.T2`, `${g1}.T5`);
    const wanted = plan('Round', at(1, 5, 10), at(3, 0, 14), at(2, 9, 1));
    expect(await save(camera(gap), 'sequence-1', wanted)).toHaveLength(3);
  });

  it('removes stops, all of them too', async () => {
    const some = camera(ptzCamera);
    expect(await save(some, 'sequence-1', plan('Round', at(3, 0, 14)))).toEqual([
      `parameters.remove?action=remove&group=${g1}.T2`,
      `sequence.update-point?action=update&${g1}.T1.PresetNbr=3&${g1}.T1.MoveSpeed=14&${g1}.T1.WaitTime=0`,
    ]);
    expect(await save(some, 'sequence-1', plan('Round'))).toHaveLength(3);
  });

  it('keeps to the spelling that the camera has', async () => {
    const spelt = ptzCamera.replaceAll('WaitTime', 'WaitTiime');
    const wanted = plan('Round', at(1, 6, 10), at(3, 0, 14));
    const [call] = await save(camera(spelt), 'sequence-1', wanted);
    expect(call).toContain(`${g1}.T1.WaitTiime=6`);
  });

  it.each(['says', 'hides'] as const)(
    'makes the lines up to it, where the camera %s their names',
    async (names) => {
      const calls = await save(camera(ptzCamera, names), 'sequence-3', plan('Far', at(1, 0, 0)));
      expect(calls.map((call) => call.split('?')[0])).toEqual([
        'sequence.add-line',
        'sequence.add-line',
        'sequence.add-point',
        'parameters.update',
      ]);
    },
  );

  it('gives up where the camera makes no such line', async () => {
    const { link, acts } = camera(ptzCamera, 'says', { 'sequence.add-line': { text: 'G9 OK' } });
    const work = tours.saveTour(link, '1', 'sequence-3', plan(''));
    await expect(work).rejects.toMatchObject({ kind: 'rejected', reason: 'command-refused' });
    expect(acts()).toHaveLength(8);
  });

  it.each([at(0, 1, 1), at(257, 1, 1), at(1, 256, 1), at(1, -1, 1), at(1, 0.5, 1), at(1, 1, 15)])(
    'sends nothing of a plan with %j',
    async (stop) => {
      const { link, acts } = camera(ptzCamera);
      const work = tours.saveTour(link, '1', 'sequence-1', plan('Round', at(1, 1, 1), stop));
      await expect(work).rejects.toMatchObject({ reason: 'illegal-parameter' });
      expect(acts()).toEqual([]);
    },
  );

  it('passes on that a point was refused', async () => {
    const refused: FakeAnswer = { text: '# Error: preset not set\n' };
    const { link } = camera(ptzCamera, 'says', { 'sequence.add-point': refused });
    const wanted = plan('Round', at(1, 5, 10), at(3, 0, 14), at(2, 9, 1));
    const work = tours.saveTour(link, '1', 'sequence-1', wanted);
    await expect(work).rejects.toMatchObject({ kind: 'rejected' });
  });
});
