import { describe, expect, it } from 'vitest';
import type { ArmingChange } from '../../domain/arming.ts';
import type { FakeAnswer } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { arming } from './arming.ts';
import { armingChange } from './arming-change.ts';
import { systemInfoJson, systemInfoPlain, systemInfoXml } from './fixtures/system-info.ts';

function server(info = systemInfoJson, modes: FakeAnswer = { status: 404 }) {
  return recordingLink({
    answers: {
      'system.info': { text: info },
      'camera.modes': modes,
      'schedule.set': { text: 'OK' },
      'schedule.set-preset': { text: 'OK' },
    },
  });
}

describe('readArming', () => {
  it('reads modes, their schedules and overrides, and what there is to choose from', async () => {
    expect(await arming.readArming(server().link, '3')).toEqual({
      modes: [
        { mode: 'continuous', armed: true, scheduleId: '1', overrideId: '0' },
        { mode: 'motion', armed: true, scheduleId: '1930238093', overrideId: '0' },
        { mode: 'actions', armed: true, scheduleId: '1', overrideId: '1' },
      ],
      schedules: [
        { id: '0', name: 'Disarmed 24/7' },
        { id: '1', name: 'Armed 24/7' },
        { id: '1930238093', name: 'Nights' },
      ],
      overrides: [
        { id: '0', name: 'No Override' },
        { id: '1', name: 'Disarmed Until Schedule Event' },
      ],
      presets: [{ id: '4294967299', name: 'Away' }],
      switches: [],
    });
  });

  it('reads XML, whose list of presets is empty', async () => {
    const read = await arming.readArming(server(systemInfoXml).link, '2');
    expect(read.modes).toEqual([
      { mode: 'continuous', armed: false, scheduleId: null, overrideId: null },
      { mode: 'motion', armed: false, scheduleId: null, overrideId: null },
      { mode: 'actions', armed: false, scheduleId: '1', overrideId: '0' },
    ]);
    expect(read.schedules).toHaveLength(4);
    expect(read.presets).toEqual([]);
  });

  it('reads the older spelling', async () => {
    const listed = systemInfoPlain.replace(
      '<schedulelist>',
      '<schedulelist><schedule><name>Nights</name><id>7</id></schedule>',
    );
    const scheduled = listed.replace('<mode>', '<schedule-id-cc>7</schedule-id-cc><mode>');
    const read = await arming.readArming(server(scheduled).link, '7');
    expect(read.modes.map(({ armed }) => armed)).toEqual([false, true, true]);
    expect(read.modes[0]?.scheduleId).toBe('7');
    expect(read.schedules).toEqual([{ id: '7', name: 'Nights' }]);
  });

  const silent = '{"server":{"version":6},"camera-list":[{"number":3,"cc-mode":"armed"}]}';

  it('asks for the modes that systemInfo does not tell', async () => {
    const { link, calls } = server(silent, { text: 'C:DISARMED\rM:ARMED\rA:DISARMED\r' });
    const { modes } = await arming.readArming(link, '3');
    expect(modes.map(({ armed }) => armed)).toEqual([true, true, false]);
    expect(calls).toEqual(['system.info?format=json', 'camera.modes?cameraNum=3']);
  });

  it('says unknown where the server answers neither', async () => {
    const { modes } = await arming.readArming(server(silent).link, '3');
    expect(modes.map(({ armed }) => armed)).toEqual([true, null, null]);
    const refused = arming.readArming(server(silent, { status: 500 }).link, '3');
    await expect(refused).rejects.toMatchObject({ reason: 'server-error' });
  });

  it('knows no camera that is not listed', async () => {
    await expect(arming.readArming(server().link, '9')).rejects.toMatchObject({
      reason: 'not-found',
    });
  });
});

describe('changeArming', () => {
  const info = 'system.info?format=json';
  const change = async (wanted: ArmingChange, text = systemInfoJson) => {
    const { link, calls } = server(text);
    await armingChange.changeArming(link, '3', wanted);
    return calls;
  };

  it.each<[ArmingChange, readonly string[]]>([
    [
      { kind: 'mode', mode: 'motion', armed: true },
      ['schedule.set?cameraNum=3&schedule=1&override=0&mode=M'],
    ],
    [
      { kind: 'mode', mode: 'all', armed: false },
      ['schedule.set?cameraNum=3&schedule=0&override=0&mode=CMA'],
    ],
    [
      { kind: 'schedule', modes: ['actions', 'continuous'], scheduleId: '3', overrideId: null },
      [info, 'schedule.set?cameraNum=3&schedule=3&override=-1&mode=CA'],
    ],
    [
      { kind: 'schedule', modes: ['motion'], scheduleId: '1930238093', overrideId: '14' },
      [info, 'schedule.set?cameraNum=3&schedule=1930238093&override=14&mode=M'],
    ],
    [
      { kind: 'override', modes: ['all'], overrideId: '2' },
      [
        info,
        'schedule.set?cameraNum=3&schedule=1&override=2&mode=CA',
        'schedule.set?cameraNum=3&schedule=1930238093&override=2&mode=M',
      ],
    ],
    [{ kind: 'preset', presetId: '4294967299' }, [info, 'schedule.set-preset?id=4294967299']],
  ])('sends %j', async (wanted, calls) => {
    expect(await change(wanted)).toEqual(calls);
  });

  it.each<[ArmingChange, object]>([
    [
      { kind: 'schedule', modes: ['all'], scheduleId: '4', overrideId: null },
      { reason: 'not-found' },
    ],
    [{ kind: 'override', modes: ['all'], overrideId: '15' }, { reason: 'not-found' }],
    [{ kind: 'override', modes: ['all'], overrideId: '-1' }, { reason: 'not-found' }],
    [{ kind: 'preset', presetId: '5' }, { reason: 'not-found' }],
    [{ kind: 'switch', switchId: '1', on: true }, { kind: 'unsupported' }],
  ])('refuses %j, to which a server would say OK', async (wanted, failure) => {
    const { link, calls } = server();
    const work = armingChange.changeArming(link, '3', wanted);
    await expect(work).rejects.toMatchObject(failure);
    expect(calls.filter((call) => call.startsWith('schedule'))).toEqual([]);
  });

  it('sets no override over a schedule that it does not know', async () => {
    const work = change(
      { kind: 'override', modes: ['continuous'], overrideId: '1' },
      systemInfoXml,
    );
    await expect(work).rejects.toMatchObject({ kind: 'unsupported', reason: 'not-supported' });
  });
});
