import { describe, expect, it } from 'vitest';
import { type FakeAnswer, fakeLink } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { armingOperations } from './arming.ts';
import { active, otherNumbers, passive } from './fixtures/camera-status.ts';

const received = { text: 'The control message was received OK' };

describe('readArming', () => {
  const armed = async (text: string) => {
    const link = fakeLink({ answers: { 'camera.status': { text } } });
    return (await armingOperations.readArming(link, '2')).modes;
  };

  it('is one mode for everything, with no schedule of its own', async () => {
    const mode = { mode: 'all', scheduleId: null, overrideId: null };
    expect(await armed(active)).toEqual([{ ...mode, armed: true }]);
    expect(await armed(passive)).toEqual([{ ...mode, armed: false }]);
  });

  it.each(otherNumbers)('goes by the word of %j', async (text) => {
    expect((await armed(text)).map((mode) => mode.armed)).toEqual([/ACTIVE/.test(text)]);
  });
});

describe('changeArming', () => {
  const change = async (isArmed: boolean, answer: FakeAnswer) => {
    const { link, calls } = recordingLink({
      answers: { 'mode.set-active': answer, 'mode.set-passive': answer },
    });
    await armingOperations.changeArming(link, '2', { kind: 'mode', mode: 'all', armed: isArmed });
    return calls;
  };

  it('has a request for each', async () => {
    expect(await change(true, received)).toEqual(['mode.set-active?cameraNum=2']);
    expect(await change(false, received)).toEqual(['mode.set-passive?cameraNum=2']);
  });

  it('takes the way back to a page for success as well', async () => {
    await expect(change(true, { status: 303 })).resolves.toHaveLength(1);
  });

  it.each<FakeAnswer>([
    { text: 'OK' },
    { text: '<html>Sign in</html>' },
    { status: 302, text: 'Moved' },
  ])('takes %j for a refusal', async (answer) => {
    await expect(change(false, answer)).rejects.toMatchObject({ reason: 'command-refused' });
  });

  it.each([
    { kind: 'mode', mode: 'motion', armed: true },
    { kind: 'override', modes: ['all'], overrideId: '1' },
    { kind: 'switch', switchId: 'x', on: true },
  ] as const)('cannot do %j', async (asked) => {
    const { link, calls } = recordingLink({ answers: {} });
    await expect(armingOperations.changeArming(link, '2', asked)).rejects.toMatchObject({
      kind: 'unsupported',
    });
    expect(calls).toEqual([]);
  });
});
