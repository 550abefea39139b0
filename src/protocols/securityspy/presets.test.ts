import { describe, expect, it } from 'vitest';
import { recordingLink } from '../recording-link.ts';
import { systemInfoJson } from './fixtures/system-info.ts';
import { presets } from './presets.ts';

function server() {
  return recordingLink({
    answers: {
      'system.info': { text: systemInfoJson },
      'ptz.preset-go': { text: 'OK' },
      'ptz.preset-set': { text: 'OK' },
    },
  });
}

describe('presets', () => {
  it('lists all eight, with the names that the server has', async () => {
    const listed = await presets.listPresets(server().link, '3');
    expect(listed).toHaveLength(8);
    expect(listed.slice(0, 2)).toEqual([
      { id: '1', number: 1, name: 'Barrier' },
      { id: '2', number: 2, name: '' },
    ]);
  });

  it('lists none of a camera without them', async () => {
    expect(await presets.listPresets(server().link, '2')).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('goes to %i, and saves it', async (number) => {
    const { link, calls } = server();
    await presets.goToPreset(link, '3', String(number));
    await presets.savePreset(link, '3', { id: String(number), name: 'Gate' });
    expect(calls).toEqual([
      `ptz.preset-go?cameraNum=3&command=${11 + number}`,
      'system.info?format=json',
      `ptz.preset-set?cameraNum=3&command=${111 + number}`,
    ]);
  });

  it('answers with the name that the server keeps, not with the one that it was given', async () => {
    const saved = await presets.savePreset(server().link, '3', { id: '1', name: 'Gate' });
    expect(saved).toEqual({ id: '1', number: 1, name: 'Barrier' });
  });

  it('overwrites none that was not named', async () => {
    const { link, calls } = server();
    const work = presets.savePreset(link, '3', { id: null, name: 'Gate' });
    await expect(work).rejects.toMatchObject({ kind: 'rejected', reason: 'command-refused' });
    expect(calls).toEqual([]);
  });

  it.each(['0', '9', '01', 'x', ''])('knows no preset %j', async (id) => {
    const { link, calls } = server();
    await expect(presets.goToPreset(link, '3', id)).rejects.toMatchObject({ reason: 'not-found' });
    await expect(presets.savePreset(link, '3', { id, name: '' })).rejects.toMatchObject({
      reason: 'not-found',
    });
    expect(calls).toEqual([]);
  });
});
