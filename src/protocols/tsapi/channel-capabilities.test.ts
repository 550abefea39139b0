import { describe, expect, it } from 'vitest';
import { noPtz } from '../../domain/ptz.ts';
import type { FakeAnswer, FakeDevice } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { readPtzAbilities } from './channel-capabilities.ts';
import enumCaps from './fixtures/enum-channel-caps.json';

const json = (value: unknown): FakeAnswer => ({
  contentType: 'application/json',
  text: JSON.stringify(value),
});

async function abilities(answers: NonNullable<FakeDevice['answers']>, channel = '1') {
  const { link, calls } = recordingLink({ answers });
  return { can: await readPtzAbilities(link, channel), calls };
}

describe('readPtzAbilities', () => {
  it('reads the capabilities of the channel', async () => {
    const { can, calls } = await abilities({ 'enum.channel': json(enumCaps) });
    expect(can).toEqual({
      ...noPtz,
      moves: ['pan', 'tilt', 'zoom'],
      diagonal: true,
      speed: true,
      presets: { most: 128, named: true },
    });
    expect(calls).toEqual(['enum.channel?what=channel&caps=true']);
  });

  it('claims no more than the camera has', async () => {
    const caps = { focus: true, iris: true, home: true, maxPreset: 0 };
    const { can } = await abilities({ 'enum.channel': json([{ chid: 1, caps }]) });
    expect(can).toEqual({ ...noPtz, moves: ['focus', 'iris'], speed: true, home: true });
  });

  it.each<[string, FakeAnswer]>([
    ['a list without capabilities', json([{ chid: 1, title: 'Gate' }])],
    ['no such list', { status: 404, text: '' }],
    ['no such parameter', { status: 400, text: '' }],
  ])('asks an older server for the device: %s', async (_, list) => {
    const info = json([{ chid: 1, type: 'onvif', caps: { pantilt: true } }]);
    const { can, calls } = await abilities({ 'enum.channel': list, 'channel.info': info });
    expect(can.moves).toEqual(['pan', 'tilt']);
    expect(calls.at(-1)).toEqual('channel.info?caps=true&ch=1');
  });

  it.each([
    ['in the list', { 'enum.channel': json(enumCaps) }, '9'],
    ['behind it', { 'enum.channel': json([{ chid: 1 }]), 'channel.info': json([]) }, '1'],
  ])('fails where there is no such channel %s', async (_, answers, channel) => {
    await expect(abilities(answers, channel)).rejects.toMatchObject({ reason: 'channel-unknown' });
  });
});
