import { describe, expect, it } from 'vitest';
import type { FakeAnswer, FakeDevice } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { arming } from './arming.ts';
import { fixedCamera, listed, ptzCamera } from './fixtures/cameras.ts';
import { pictureChange } from './picture-change.ts';
import { ports } from './ports.ts';

const ok: FakeAnswer = { text: 'OK\r\n' };
const refused: FakeAnswer = { text: '# Error: invalid value\n' };

function camera(parameters = ptzCamera, others: FakeDevice['answers'] = {}) {
  return recordingLink({
    answers: {
      'parameters.list': ({ group }) => ({ text: listed(parameters, group) }),
      'parameters.update': ok,
      'inputs.activity': { text: 'Input1=inactive\r\nInput2=active' },
      'outputs.activity': { text: 'Output1=active' },
      'output.activate': { text: 'OK' },
      'output.deactivate': { text: 'OK' },
      ...others,
    },
  });
}

describe('outputs and inputs', () => {
  it('have names and states', async () => {
    const { link, calls } = camera();
    expect(await ports.listOutputs(link, '1')).toEqual([
      { id: 'output-1', kind: 'output', name: 'Lamp', state: 'on' },
    ]);
    expect(await ports.readInputs(link, '1')).toEqual([
      { id: 'input-1', name: 'Door', state: 'off' },
      { id: 'input-2', name: '', state: 'on' },
    ]);
    expect(calls.filter((call) => !call.startsWith('parameters'))).toEqual([
      'outputs.activity?checkactive=1',
      'inputs.activity?checkactive=1,2',
    ]);
  });

  it('are unknown where the camera does not tell, and none where it has none', async () => {
    const { link } = camera(ptzCamera, { 'inputs.activity': refused });
    expect((await ports.readInputs(link, '1')).map(({ state }) => state)).toEqual([
      'unknown',
      'unknown',
    ]);
    const { link: fixed, calls } = camera(fixedCamera);
    expect(await ports.listOutputs(fixed, '1')).toEqual([]);
    expect(calls).not.toContain('outputs.activity?checkactive=');
  });

  it.each([
    ['output-1', true, 'output.activate?action=1:/'],
    ['output-12', false, 'output.deactivate?action=12:\\'],
  ])('%s is switched to %s', async (id, on, call) => {
    const { link, calls } = camera();
    await ports.switchOutput(link, '1', id, on);
    expect(calls).toEqual([call]);
  });

  it.each(['output-0', 'output-33', 'relay-1', 'none'])('there is no %s', async (id) => {
    const { link, calls } = camera();
    await expect(ports.switchOutput(link, '1', id, true)).rejects.toMatchObject({
      reason: 'not-found',
    });
    expect(calls).toEqual([]);
  });

  it('say so where the camera refuses to switch', async () => {
    const { link } = camera(ptzCamera, { 'output.activate': refused });
    await expect(ports.switchOutput(link, '1', 'output-1', true)).rejects.toMatchObject({
      kind: 'rejected',
      reason: 'command-refused',
      detail: 'invalid value',
    });
  });
});

describe('arming', () => {
  it('is a switch for each event and input', async () => {
    expect(await arming.readArming(camera().link, '1')).toEqual({
      modes: [],
      schedules: [],
      overrides: [],
      presets: [],
      switches: expect.arrayContaining([
        { id: 'Event.E0', name: '', what: 'event', on: false },
        { id: 'Event.E1', name: 'Motion', what: 'motion', on: true },
        { id: 'Event.E2', name: '', what: 'tampering', on: false },
        { id: 'Input.I0', name: 'Door', what: 'input', on: true },
      ]),
    });
  });

  it.each([
    ['E10', 'motion'],
    ['E11', 'motion'],
    ['E12', 'motion'],
    ['E14', 'face'],
    ['E13', 'event'],
  ])('knows %s for %s', async (event, what) => {
    const one = `root.Properties.PTZ.PTZ=no\nroot.Event.${event}.Enabled=yes\n`;
    const { switches } = await arming.readArming(camera(one).link, '1');
    expect(switches).toEqual([{ id: `Event.${event}`, name: '', what, on: true }]);
  });

  it.each([
    ['Event.E0', true, 'Event.E0.Enabled=yes'],
    ['Event.E1', false, 'Event.E1.Enabled=no'],
    // As this one writes it.
    ['Event.E2', true, 'Event.E2.Enabled=1'],
    ['Input.I0', false, 'Input.I0.Enabled=no'],
  ])('switches %s to %s', async (switchId, on, pair) => {
    const { link, calls } = camera();
    await arming.changeArming(link, '1', { kind: 'switch', switchId, on });
    expect(calls.at(-1)).toBe(`parameters.update?action=update&${pair}`);
  });

  it.each(['Event.E9', 'Network.HostName', 'Event.E1.Name', ''])(
    'has no switch %j',
    async (switchId) => {
      const { link, calls } = camera();
      const work = arming.changeArming(link, '1', { kind: 'switch', switchId, on: true });
      await expect(work).rejects.toMatchObject({ kind: 'rejected' });
      expect(calls.filter((call) => call.startsWith('parameters.update'))).toEqual([]);
    },
  );

  it('has no modes', async () => {
    const work = arming.changeArming(camera().link, '1', {
      kind: 'mode',
      mode: 'all',
      armed: true,
    });
    await expect(work).rejects.toMatchObject({ kind: 'unsupported', reason: 'not-supported' });
  });
});

describe('changePictureSettings', () => {
  it.each([
    [{ brightness: 7 }, ['ImageSource.I0.Sensor.Brightness=7']],
    [
      { contrast: 0, mirrored: true },
      ['ImageSource.I0.Sensor.Contrast=0&Image.I0.Appearance.MirrorEnabled=yes'],
    ],
    [{}, []],
  ])('sends %j', async (change, pairs) => {
    const { link, calls } = camera();
    await pictureChange.changePictureSettings(link, '1', change);
    expect(calls.filter((call) => call.startsWith('parameters.update'))).toEqual(
      pairs.map((pair) => `parameters.update?action=update&${pair}`),
    );
  });

  it.each([
    [{ flipped: true }, { kind: 'unsupported' }],
    [{ brightness: 1, mode: '60hz' } as const, { kind: 'unsupported' }],
    [{ brightness: -1 }, { reason: 'illegal-parameter' }],
    [{ contrast: 0.5 }, { reason: 'illegal-parameter' }],
  ])('sends nothing of %j', async (change, failure) => {
    const { link, calls } = camera();
    const work = pictureChange.changePictureSettings(link, '1', change);
    await expect(work).rejects.toMatchObject(failure);
    expect(calls.filter((call) => call.startsWith('parameters.update'))).toEqual([]);
  });

  it('passes on that a value was out of range', async () => {
    const { link } = camera(ptzCamera, { 'parameters.update': refused });
    const work = pictureChange.changePictureSettings(link, '1', { brightness: 900 });
    await expect(work).rejects.toMatchObject({ kind: 'rejected', detail: 'invalid value' });
  });
});
