import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { pictureChange } from './picture-change.ts';

const server = (answer: FakeAnswer = { text: '{"result":"OK"}' }) =>
  recordingLink({ answers: { 'settings-cameras.write': answer } });

describe('changePictureSettings', () => {
  it.each([
    [{ brightness: 0 }, ['settings-cameras.write cameraNum=3&brightness=0']],
    [
      { brightness: 100, contrast: 7 },
      ['settings-cameras.write cameraNum=3&brightness=100&contrast=7'],
    ],
    [{}, []],
  ])('sends %j and nothing else of the settings', async (change, expected) => {
    const { link, calls } = server();
    await pictureChange.changePictureSettings(link, '3', change);
    expect(calls).toEqual(expected);
  });

  it('takes an update of the camera for success', async () => {
    const { link } = server({ text: '{"camUpdate":{"number":3}}' });
    await expect(pictureChange.changePictureSettings(link, '3', { contrast: 1 })).resolves.toBe(
      undefined,
    );
  });

  it.each([
    [{ brightness: 101 }, { reason: 'illegal-parameter' }],
    [{ contrast: 1.5 }, { reason: 'illegal-parameter' }],
    [{ flipped: true }, { kind: 'unsupported' }],
    [{ brightness: 1, mode: '50hz' } as const, { kind: 'unsupported' }],
  ])('refuses %j without asking', async (change, failure) => {
    const { link, calls } = server();
    const work = pictureChange.changePictureSettings(link, '3', change);
    await expect(work).rejects.toMatchObject(failure);
    expect(calls).toEqual([]);
  });

  it.each([
    [{ text: '{"result":"no"}' }, { reason: 'command-refused' }],
    [{ text: '{}' }, { reason: 'command-refused' }],
    [{ text: '<html>' }, { kind: 'malformed-reply' }],
    [{ status: 403 }, { kind: 'forbidden' }],
  ])('takes %j for no success', async (answer, failure) => {
    const work = pictureChange.changePictureSettings(server(answer).link, '3', { contrast: 1 });
    await expect(work).rejects.toMatchObject(failure);
  });
});
