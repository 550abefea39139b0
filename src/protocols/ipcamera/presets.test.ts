import { describe, expect, it } from 'vitest';
import type { FakeAnswer, FakeDevice } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { fixedCamera, listed, ptzCamera } from './fixtures/cameras.ts';
import { presets } from './presets.ts';

const ok: FakeAnswer = { text: 'OK\r\n' };
const refused: FakeAnswer = { text: '# Error: parameter not supported\n' };
const silent = ptzCamera.replace(/root\.PTZ\.Preset.*\n/g, '');

function camera(parameters = ptzCamera, others: FakeDevice['answers'] = {}) {
  const { link, calls } = recordingLink({
    answers: {
      'parameters.list': ({ group }) => ({ text: listed(parameters, group) }),
      'parameters.update': ok,
      'preset.go': { status: 204 },
      'preset.set': ok,
      'preset.set-named': ok,
      'preset.remove': ok,
      'preset.remove-named': ok,
      ...others,
    },
  });
  const acts = () => calls.filter((call) => !call.startsWith('parameters.list'));
  return { link, acts };
}

describe('listPresets', () => {
  it('reads numbers and names', async () => {
    expect(await presets.listPresets(camera().link, '1')).toEqual([
      { id: '1', number: 1, name: 'Fence' },
      { id: '3', number: 3, name: 'Gate' },
    ]);
  });

  it('reads the form of a related maker, in the order of the numbers', async () => {
    const group = 'root.PTZ.Preset.P0.Position';
    const related = `${silent}${group}.P12.Name=Yard\n${group}.P2.Name=\n${group}.P257.Name=x\n`;
    expect(await presets.listPresets(camera(related).link, '1')).toEqual([
      { id: '2', number: 2, name: '' },
      { id: '12', number: 12, name: 'Yard' },
    ]);
  });

  it('lists every number where the camera tells none', async () => {
    const all = await presets.listPresets(camera(silent).link, '1');
    expect(all).toHaveLength(256);
    expect(all[255]).toEqual({ id: '256', number: 256, name: '' });
  });

  it('lists none of a camera that does not turn', async () => {
    expect(await presets.listPresets(camera(fixedCamera).link, '1')).toEqual([]);
  });
});

describe('going, saving, naming, removing', () => {
  it('goes by number', async () => {
    const { link, acts } = camera();
    await presets.goToPreset(link, '1', '256');
    expect(acts()).toEqual(['preset.go?gotoserverpresetno=256']);
  });

  it.each(['0', '257', '1x', '-1', ''])('knows no preset %j', async (id) => {
    const { link, acts } = camera();
    const failure = { kind: 'rejected', reason: 'not-found' };
    await expect(presets.goToPreset(link, '1', id)).rejects.toMatchObject(failure);
    await expect(presets.savePreset(link, '1', { id, name: '' })).rejects.toMatchObject(failure);
    await expect(presets.removePreset(link, '1', id)).rejects.toMatchObject(failure);
    await expect(presets.renamePreset(link, '1', id, 'x')).rejects.toMatchObject(failure);
    expect(acts()).toEqual([]);
  });

  it('saves a new one under the lowest free number', async () => {
    const { link, acts } = camera();
    const saved = await presets.savePreset(link, '1', { id: null, name: 'Car park, east' });
    expect(acts()).toEqual(['preset.set-named?setserverpresetname=2,Car park, east']);
    expect(saved).toEqual({ id: '2', number: 2, name: 'Car park, east' });
  });

  it.each([
    ['Tor~\n3', 'Tor- 3'],
    ['x'.repeat(40), 'x'.repeat(31)],
    ['😀'.repeat(32), '😀'.repeat(31)],
  ])('makes a name that the camera takes of %j', async (name, sent) => {
    const { link, acts } = camera();
    const saved = await presets.savePreset(link, '1', { id: '7', name });
    expect(acts()).toEqual([`preset.set-named?setserverpresetname=7,${sent}`]);
    expect(saved.name).toBe(sent);
  });

  it('answers with the name that the camera has, where it lists one', async () => {
    const { link, acts } = camera();
    expect(await presets.savePreset(link, '1', { id: '3', name: ' ' })).toEqual({
      id: '3',
      number: 3,
      name: 'Gate',
    });
    expect(acts()).toEqual(['preset.set?setserverpresetno=3']);
  });

  it('saves without a name where the camera takes none', async () => {
    const { link, acts } = camera(ptzCamera, { 'preset.set-named': refused });
    const saved = await presets.savePreset(link, '1', { id: '9', name: 'Gate' });
    expect(saved).toEqual({ id: '9', number: 9, name: '' });
    expect(acts()[1]).toBe('preset.set?setserverpresetno=9');
  });

  it('does not save twice after a failure that is no refusal', async () => {
    const { link, acts } = camera(ptzCamera, { 'preset.set-named': { status: 500 } });
    const work = presets.savePreset(link, '1', { id: '9', name: 'Gate' });
    await expect(work).rejects.toMatchObject({ reason: 'server-error' });
    expect(acts()).toHaveLength(1);
  });

  it('overwrites none where it cannot know which are free', async () => {
    const { link, acts } = camera(silent);
    const work = presets.savePreset(link, '1', { id: null, name: 'Gate' });
    await expect(work).rejects.toMatchObject({ reason: 'command-refused' });
    expect(acts()).toEqual([]);
  });

  it('renames without moving the preset', async () => {
    const { link, acts } = camera();
    await presets.renamePreset(link, '1', '3', 'North gate');
    expect(acts()).toEqual(['parameters.update?action=update&PTZ.Preset.P3.Name=North gate']);
    await expect(presets.renamePreset(link, '1', '4', 'x')).rejects.toMatchObject({
      reason: 'not-found',
    });
    const unlisted = presets.renamePreset(camera(silent).link, '1', '3', 'x');
    await expect(unlisted).rejects.toMatchObject({ kind: 'unsupported' });
  });

  it('removes by number', async () => {
    const { link, acts } = camera();
    await presets.removePreset(link, '1', '3');
    expect(acts()).toEqual(['preset.remove?removeserverpresetno=3']);
  });

  it('removes by name where a camera takes no number', async () => {
    const { link, acts } = camera(ptzCamera, { 'preset.remove': refused });
    await presets.removePreset(link, '1', '3');
    expect(acts()[1]).toBe('preset.remove-named?removeserverpresetname=Gate');
  });

  it.each([
    ['has no name', '4', ptzCamera],
    ['shares its name', '3', ptzCamera.replace('=Fence', '=Gate')],
  ])('does not by a name where the preset %s', async (_, id, parameters) => {
    const { link, acts } = camera(parameters, { 'preset.remove': refused });
    await expect(presets.removePreset(link, '1', id)).rejects.toMatchObject({
      reason: 'command-refused',
    });
    expect(acts()).toHaveLength(1);
  });
});
