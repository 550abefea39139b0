import { describe, expect, it } from 'vitest';
import { cameraModels } from './camera-model.ts';
import { initialParameters } from './initial-parameters.ts';
import { answerParam } from './param-cgi.ts';
import { ParameterTree } from './parameter-tree.ts';

function unit(hasPresets = true): { tree: ParameterTree; ask: (query: string) => string } {
  const facts = { number: 41, name: 'Tower', model: cameraModels.ptz };
  const ports = { httpPort: 80, rtspPort: 554, mjpegPort: 8008 };
  const tree = new ParameterTree(initialParameters({ ...facts, ...ports }));
  const ask = (query: string): string =>
    String(answerParam(tree, new URLSearchParams(query), () => hasPresets).body);
  return { tree, ask };
}

describe('list', () => {
  const { ask } = unit();

  it('gives one parameter, a group, several groups or everything', () => {
    expect(ask('action=list&group=Network.eth0.MACAddress')).toBe(
      'root.Network.eth0.MACAddress=00:D0:89:00:00:29\n',
    );
    const network = ask('action=list&group=Network').split('\n');
    expect(network).toContain('root.Network.RTSP.Port=554');
    expect(network).toContain('root.Network.MJPEG.Port=8008');
    expect(network.filter((line) => !line.startsWith('root.Network.'))).toEqual(['']);
    const both = ask('action=list&group=Event&group=Motion');
    expect(ask('action=list&group=Event,root.Motion')).toBe(both);
    expect(both).toMatch(/^root\.Event\.E1\.Name=Motion\n/);
    expect(ask('action=list')).toContain('root.Brand.ProdNbr=820W2-N1\n');
  });

  it('does not take the start of a name for its group', () => {
    expect(ask('action=list&group=Net')).toBe('# Error: no parameter or group Net\n');
  });

  it.each(['', 'action=', 'action=read'])('wants an action, not "%s"', (query) => {
    expect(ask(query)).toMatch(/^# Error: .+\n$/);
  });
});

describe('update', () => {
  it('changes several values, which a list shows', () => {
    const { ask } = unit();
    expect(
      ask('action=update&ImageSource.I0.Sensor.Exposure=manual&root.Event.E1.Enabled=no'),
    ).toBe('OK\r\n');
    expect(ask('action=list&group=ImageSource.I0.Sensor.Exposure')).toBe(
      'root.ImageSource.I0.Sensor.Exposure=manual\n',
    );
    expect(ask('action=list&group=Event.E1.Enabled')).toBe('root.Event.E1.Enabled=no\n');
  });

  it('decodes the zone of the example and keeps what looks like a pair', () => {
    const { ask, tree } = unit();
    expect(ask('action=update&Time.TimeZone=GMT%2b8&Image.I0.Name=a%3Db')).toBe('OK\r\n');
    expect([tree.get('Time.TimeZone'), tree.get('Image.I0.Name')]).toEqual(['GMT+8', 'a=b']);
  });

  it.each([
    ['action=update', 'no parameter given'],
    ['action=update&Event.E1.Enabled=no&Event.E99.Enabled=yes', 'no parameter Event.E99.Enabled'],
    ['action=update&Event.E1.Enabled=no&Brand.Brand=Mine', 'Brand.Brand cannot be changed'],
    ['action=update&Event.E1.Enabled=perhaps', 'invalid value for Event.E1.Enabled'],
    ['action=update&Time.TimeZone=GMT%2b14', 'invalid value for Time.TimeZone'],
    ['action=update&Image.I0.Name=a%0Aroot.b', 'invalid value for Image.I0.Name'],
    ['action=update&Motion.M0.Sensitivity=101', 'invalid value for Motion.M0.Sensitivity'],
    [
      'action=update&Image.I0.Appearance.Resolution=vga,huge',
      'invalid value for Image.I0.Appearance.Resolution',
    ],
  ])('refuses %s whole', (query, description) => {
    const { ask } = unit();
    const before = ask('action=list');
    expect(ask(query)).toBe(`# Error: ${description}\n`);
    expect(ask('action=list')).toBe(before);
  });
});

describe('options', () => {
  it('names ranges and alternatives of what can be changed', () => {
    const lines = unit().ask('action=options').split('\n');
    expect(lines).toContain('root.Framerate.H264=1-30');
    expect(lines).toContain('root.Event.E1.Enabled=yes&no');
    expect(lines.some((line) => line.startsWith('root.Brand.'))).toBe(false);
  });
});

describe('sequence lines', () => {
  it('are added, filled, changed and removed', () => {
    const { ask } = unit();
    expect(ask('action=add&group=GuardTour')).toBe('G1 OK\r\n');
    expect(ask('action=add&group=GuardTour.G1.Tour')).toBe('T1 OK\r\n');
    expect(ask('action=update&GuardTour.G1.Tour.T1.PresetNbr=2')).toBe('OK\r\n');
    expect(
      ask(
        'action=add&group=GuardTour.G1.Tour&GuardTour.G1.Tour.T.PresetNbr=3&GuardTour.G1.Tour.T.WaitTiime=5',
      ),
    ).toBe('T2 OK\r\n');
    expect(ask('action=list&group=GuardTour')).toBe(
      [
        'root.GuardTour.G1.Name=Sequence 1',
        'root.GuardTour.G1.Tour.T1.PresetNbr=2',
        'root.GuardTour.G1.Tour.T1.MoveSpeed=10',
        'root.GuardTour.G1.Tour.T1.WaitTime=1',
        'root.GuardTour.G1.Tour.T2.PresetNbr=3',
        'root.GuardTour.G1.Tour.T2.MoveSpeed=10',
        'root.GuardTour.G1.Tour.T2.WaitTime=5',
        '',
      ].join('\n'),
    );
    expect(ask('action=remove&group=GuardTour.G1.Tour.T1')).toBe('OK\r\n');
    expect(ask('action=add&group=GuardTour.G1.Tour')).toBe('T1 OK\r\n');
    expect(ask('action=remove&group=GuardTour.G1')).toBe('OK\r\n');
    expect(ask('action=list&group=GuardTour')).toMatch(/^# Error/);
  });

  it.each([
    'action=add&group=GuardTour.G1.Tour',
    'action=add&group=Network',
    'action=add',
    'action=remove&group=Network',
    'action=remove&group=GuardTour.G1',
    'action=remove',
  ])('cannot be had by %s', (query) => {
    expect(unit().ask(query)).toMatch(/^# Error: cannot/);
  });

  it('want presets first, and keep no point whose values are wrong', () => {
    const without = unit(false);
    without.ask('action=add&group=GuardTour');
    expect(without.ask('action=add&group=GuardTour.G1.Tour')).toBe(
      '# Error: no preset point is set\n',
    );
    const { ask } = unit();
    ask('action=add&group=GuardTour');
    const before = ask('action=list');
    expect(ask('action=add&group=GuardTour.G1.Tour&GuardTour.G1.Tour.T.WaitTime=256')).toMatch(
      /^# Error: invalid value/,
    );
    expect(ask('action=list')).toBe(before);
  });
});
