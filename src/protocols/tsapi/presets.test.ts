import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { presetOperations } from './presets.ts';

const json = (value: unknown): FakeAnswer => ({
  contentType: 'application/json',
  text: JSON.stringify(value),
});
const listOf = (...preset: unknown[]) =>
  json([
    { chid: 2, code: 0, message: 'Success', preset: [{ name: 'Other', token: '1' }] },
    { chid: 1, code: 0, message: 'Success', preset },
  ]);
const list = listOf({ name: 'Garage', token: '2' }, { name: 'Front Door', token: '1' });
const saved = json({ chid: 1, deviceResponseCode: 200, code: 0, token: 'preset3', name: 'Gate' });
const answers = {
  'preset.list': list,
  'preset.go': json({ code: 0 }),
  'preset.add': saved,
  'preset.set': saved,
  'preset.remove': json({ chid: 1, preset: [{ code: 0, message: 'Success', token: '1' }] }),
};

describe('listPresets', () => {
  it('reads the list that the server keeps', async () => {
    const { link, calls } = recordingLink({ answers });
    await expect(presetOperations.listPresets(link, '1')).resolves.toEqual([
      { id: '1', number: 1, name: 'Front Door' },
      { id: '2', number: 2, name: 'Garage' },
    ]);
    expect(calls).toEqual(['preset.list?ch=1&list=true']);
  });

  it('has the server ask the camera where it keeps none', async () => {
    const { link, calls } = recordingLink({
      answers: { 'preset.list': listOf(), 'preset.reload': list },
    });
    await expect(presetOperations.listPresets(link, '1')).resolves.toHaveLength(2);
    expect(calls.at(-1)).toEqual('preset.reload?ch=1&reload=true');
  });

  it('takes no list that goes on and on', async () => {
    const long = listOf(...Array.from({ length: 5000 }, (_, number) => ({ token: number })));
    const { link } = recordingLink({ answers: { 'preset.list': long } });
    const read = presetOperations.listPresets(link, '1');
    await expect(read).rejects.toMatchObject({ kind: 'malformed-reply' });
  });

  it('leaves out what is no preset', async () => {
    const odd = listOf(
      { token: 'a,b' },
      { name: 'x' },
      null,
      { token: 7 },
      { token: 'b', name: 3 },
    );
    const { link } = recordingLink({ answers: { 'preset.list': odd } });
    await expect(presetOperations.listPresets(link, '1')).resolves.toEqual([
      { id: 'b', number: 1, name: '' },
      { id: '7', number: 7, name: '' },
    ]);
  });

  it.each([
    ['its own code', json([{ chid: 1, code: -2, message: 'x' }]), 'not-supported'],
    ['one code for the whole', json({ code: -5, message: 'x' }), 'channel-unknown'],
    ['a list of other channels', json([{ chid: 2, code: 0, preset: [] }]), 'unexpected-reply'],
    ['no presets', json([{ chid: 1, code: 0 }]), 'unexpected-reply'],
  ])('fails on %s', async (_, answer, reason) => {
    const { link } = recordingLink({ answers: { 'preset.list': answer } });
    await expect(presetOperations.listPresets(link, '1')).rejects.toMatchObject({ reason });
  });
});

describe('goToPreset', () => {
  it('goes by token', async () => {
    const { link, calls } = recordingLink({ answers });
    await presetOperations.goToPreset(link, '1', 'preset3');
    expect(calls).toEqual(['preset.go?ch=1&go=preset3']);
  });

  it('says that a preset is gone', async () => {
    const { link } = recordingLink({ answers: { 'preset.go': json({ code: -6 }) } });
    await expect(presetOperations.goToPreset(link, '1', '9')).rejects.toMatchObject({
      reason: 'not-found',
      detail: '-6',
    });
  });
});

describe('savePreset', () => {
  const save = async (preset: { id: string | null; name: string }) => {
    const { link, calls } = recordingLink({ answers });
    const result = await presetOperations.savePreset(link, '1', preset);
    return { result, call: calls.at(-1) };
  };

  it('adds one, with a name or without', async () => {
    const { result, call } = await save({ id: null, name: 'Gate' });
    expect(result).toEqual({ id: 'preset3', number: 3, name: 'Gate' });
    expect(call).toEqual('preset.add?ch=1&add=true&name=Gate');
    expect((await save({ id: null, name: '' })).call).toEqual('preset.add?ch=1&add=true');
  });

  it('overwrites the one that was named', async () => {
    const { call } = await save({ id: 'preset3', name: 'Sweet home ^^' });
    expect(call).toEqual('preset.set?ch=1&set=preset3&name=Sweet home ^^');
  });

  it('saves nothing where the list cannot be read', async () => {
    const { link, calls } = recordingLink({
      answers: { ...answers, 'preset.list': json({ code: -3 }) },
    });
    const saving = presetOperations.savePreset(link, '1', { id: null, name: 'Gate' });
    await expect(saving).rejects.toMatchObject({ reason: 'camera-not-ready' });
    expect(calls).toEqual(['preset.list?ch=1&list=true']);
  });

  it('does not call a refusal saved', async () => {
    const refused = json({ chid: 1, deviceResponseCode: 500, code: -9, message: 'x' });
    const { link } = recordingLink({ answers: { ...answers, 'preset.add': refused } });
    const saving = presetOperations.savePreset(link, '1', { id: null, name: 'Gate' });
    await expect(saving).rejects.toMatchObject({ reason: 'camera-fault', detail: '-9' });
  });
});

describe('removePreset', () => {
  it('removes by token', async () => {
    const { link, calls } = recordingLink({ answers });
    await presetOperations.removePreset(link, '1', 'preset1');
    expect(calls).toEqual(['preset.remove?ch=1&rm=preset1']);
  });

  it.each([
    ['of the preset', { chid: 1, preset: [{ code: -6, token: '1' }] }, 'not-found'],
    ['of the whole', { code: -1, message: 'x' }, 'no-permission'],
    ['of nothing', { chid: 1, preset: [] }, 'unexpected-reply'],
  ])('reads the code %s', async (_, body, reason) => {
    const { link } = recordingLink({ answers: { 'preset.remove': json(body) } });
    await expect(presetOperations.removePreset(link, '1', '1')).rejects.toMatchObject({ reason });
  });

  it.each(['1,2', '', 'a b', 'x&rm=2'])('asks nothing for %j, which is no token', async (id) => {
    const { link, calls } = recordingLink({ answers });
    const removing = presetOperations.removePreset(link, '1', id);
    await expect(removing).rejects.toMatchObject({ reason: 'not-found' });
    expect(calls).toEqual([]);
  });
});
