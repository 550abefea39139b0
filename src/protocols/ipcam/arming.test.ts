import { describe, expect, it } from 'vitest';
import { fakeLink } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { armingOperations } from './arming.ts';
import { cameraParameters } from './fixtures/camera-parameters.ts';
import { settings } from './fixtures/settings.ts';

const answers = {
  'camera.read': { text: cameraParameters },
  'settings.read': { text: settings },
  'settings.alarm': { text: 'ok.\n' },
};
const withSettings = (text: string) => ({ ...answers, 'settings.read': { text } });

describe('readArming', () => {
  it('has two switches, and takes nothing else out of the settings', async () => {
    await expect(armingOperations.readArming(fakeLink({ answers }), '1')).resolves.toEqual({
      modes: [],
      schedules: [],
      overrides: [],
      presets: [],
      switches: [
        { id: 'motion', name: '', what: 'motion', on: true },
        { id: 'input', name: '', what: 'input', on: false },
      ],
    });
  });

  it('leaves out the switch that a device has not', async () => {
    const link = fakeLink({ answers: withSettings('var alarm_input_armed=1;\n') });
    const { switches } = await armingOperations.readArming(link, '1');
    expect(switches.map(({ id, on }) => [id, on])).toEqual([['input', true]]);
  });

  it.each(['var id=1;\n', 'var alarm_motion_armed=2;\n'])(
    'does not guess from %j',
    async (text) => {
      const reading = armingOperations.readArming(fakeLink({ answers: withSettings(text) }), '1');
      await expect(reading).rejects.toMatchObject({ kind: 'malformed-reply' });
    },
  );

  it.each([401, 403])('tells an account that is no administrator: %i', async (status) => {
    const withheld = { ...answers, 'settings.read': { status } };
    const reading = armingOperations.readArming(fakeLink({ answers: withheld }), '1');
    await expect(reading).rejects.toMatchObject({ kind: 'forbidden', reason: 'no-permission' });
  });
});

describe('changeArming', () => {
  const rest = 'iolinkage=1&mail=0&upload_interval=30';

  it.each([
    ['motion', false, 'motion_armed=0&motion_sensitivity=2&input_armed=0'],
    ['motion', true, 'motion_armed=1&motion_sensitivity=2&input_armed=0'],
    ['input', true, 'motion_armed=1&motion_sensitivity=2&input_armed=1'],
  ])('sets %s to %s and leaves the rest as it is', async (switchId, on, armed) => {
    const { link, calls } = recordingLink({ answers });
    await armingOperations.changeArming(link, '1', { kind: 'switch', switchId, on });
    expect(calls).toEqual(['settings.read', `settings.alarm?${armed}&${rest}`]);
  });

  it('changes nothing where it does not know the rest', async () => {
    const { link, calls } = recordingLink({
      answers: withSettings(settings.replace(/var alarm_mail=0;/, '')),
    });
    const change = { kind: 'switch', switchId: 'motion', on: true } as const;
    await expect(armingOperations.changeArming(link, '1', change)).rejects.toMatchObject({
      kind: 'malformed-reply',
      detail: 'alarm_mail',
    });
    expect(calls).toEqual(['settings.read']);
  });

  it.each([
    [{ kind: 'switch', switchId: 'mail', on: true }, 'not-found'],
    [{ kind: 'mode', mode: 'all', armed: true }, 'not-supported'],
    [{ kind: 'preset', presetId: '1' }, 'not-supported'],
  ] as const)('refuses %j', async (change, reason) => {
    const changing = armingOperations.changeArming(fakeLink({ answers }), '1', change);
    await expect(changing).rejects.toMatchObject({ reason });
  });
});
