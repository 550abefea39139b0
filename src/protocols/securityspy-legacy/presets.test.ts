import { describe, expect, it } from 'vitest';
import { fakeLink } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { active } from './fixtures/camera-status.ts';
import { systemInfo } from './fixtures/system-info.ts';
import { presetOperations } from './presets.ts';

const named = systemInfo.replace(
  '<preset-name-1></preset-name-1>',
  '<preset-name-1></preset-name-1><preset-name-2>Gate</preset-name-2>',
);
const answers = {
  'system.info': { text: named },
  'ptz.preset-go': { text: 'OK' },
  'ptz.preset-save': { text: 'OK' },
};

describe('listPresets', () => {
  const list = (channel: string) => presetOperations.listPresets(fakeLink({ answers }), channel);

  it('has all eight, for nothing says which were ever saved, by the names of the server', async () => {
    const presets = await list('4');
    expect(presets.map(({ id, number, name }) => [id, number, name])).toEqual([
      ['1', 1, ''],
      ['2', 2, 'Gate'],
      ...[3, 4, 5, 6, 7, 8].map((number) => [String(number), number, '']),
    ]);
  });

  it('has none of a camera without them, nor of a server that does not say', async () => {
    await expect(list('0')).resolves.toEqual([]);
    const withoutList = { 'system.info': { status: 404 }, 'camera.status': { text: active } };
    const link = fakeLink({ answers: withoutList });
    await expect(presetOperations.listPresets(link, '4')).resolves.toEqual([]);
  });

  it('fails for a camera that is not there', async () => {
    await expect(list('3')).rejects.toMatchObject({ reason: 'channel-unknown' });
  });
});

describe('presets', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('%i is gone to and saved by its command', async (number) => {
    const { link, calls } = recordingLink({ answers });
    await presetOperations.goToPreset(link, '4', String(number));
    await presetOperations.savePreset(link, '4', { id: String(number), name: 'Door' });
    expect(calls).toEqual([
      `ptz.preset-go?cameraNum=4&command=${11 + number}`,
      'system.info',
      `ptz.preset-save?cameraNum=4&command=${111 + number}`,
    ]);
  });

  it('keep the names that the server has', async () => {
    const saved = await presetOperations.savePreset(fakeLink({ answers }), '4', {
      id: '2',
      name: 'Door',
    });
    expect(saved).toEqual({ id: '2', number: 2, name: 'Gate' });
  });

  it('overwrite nothing that was not named', async () => {
    const { link, calls } = recordingLink({ answers });
    const saving = presetOperations.savePreset(link, '4', { id: null, name: 'Door' });
    await expect(saving).rejects.toMatchObject({ reason: 'command-refused' });
    expect(calls).toEqual([]);
  });

  it.each(['0', '9', '12', '', 'x'])('do not include %j', async (id) => {
    const { link, calls } = recordingLink({ answers });
    const missing = { reason: 'not-found' };
    await expect(presetOperations.goToPreset(link, '4', id)).rejects.toMatchObject(missing);
    const saving = presetOperations.savePreset(link, '4', { id, name: '' });
    await expect(saving).rejects.toMatchObject(missing);
    expect(calls).toEqual([]);
  });
});
