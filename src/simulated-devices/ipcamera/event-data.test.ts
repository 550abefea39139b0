import { describe, expect, it } from 'vitest';
import { cameraModels, type ModelName } from './camera-model.ts';
import { Contacts } from './contacts.ts';
import { readQuestion, writeEvents } from './event-data.ts';
import { initialParameters } from './initial-parameters.ts';
import { ParameterTree } from './parameter-tree.ts';
import { Sights } from './sights.ts';

const minute = Date.UTC(2026, 10, 21, 5, 47, 0);

function events(second: number, modelName: ModelName = 'fixed') {
  const model = cameraModels[modelName];
  const ports = { httpPort: 80, rtspPort: 554, mjpegPort: 8008 };
  const tree = new ParameterTree(initialParameters({ number: 42, name: 'x', model, ...ports }));
  const now = (): number => minute + second * 1000;
  const contacts = new Contacts(tree, now);
  const sights = new Sights(now);
  const sources = { tree, contacts, sights, findsFaces: model.findsFaces };
  const ask = (query: string): string => {
    const question = readQuestion(sources, new URLSearchParams(query));
    return 'problem' in question ? question.problem : writeEvents(sources, question, '');
  };
  return { ask, tree, contacts, sights };
}

describe('motion', () => {
  it('is triggered above the level of its window, and only told where enabled', () => {
    const { ask, tree } = events(7.5);
    expect(ask('group=Motion,Motion2')).toBe(
      'Motion:Enabled=1;Level=60;Sensitivity=80;Triggered=1;\r\nMotion2:Enabled=0;\r\n',
    );
    tree.set('Motion.M0.Level', '60');
    tree.set('Motion.M0.Sensitivity', '55');
    expect(ask('group=Motion')).toBe('Motion:Enabled=1;Level=60;Sensitivity=55;Triggered=0;\r\n');
    tree.set('Event.E1.Enabled', 'no');
    tree.set('Event.E12.Enabled', 'yes');
    expect(ask('group=Motion,Motion3&MotionParam=Enabled,Triggered')).toBe(
      'Motion:Enabled=0;\r\nMotion3:Enabled=1;Triggered=0;\r\n',
    );
  });

  it('rests in between', () => {
    expect(events(22).ask('group=Motion')).toContain('Level=0;Sensitivity=80;Triggered=0;');
  });
});

describe('faces', () => {
  it.each([
    [2, '0'],
    [9, '1 0.35_0.325_0.08_0.135'],
    [29, '2 0.6_0.275_0.085_0.145,0.263_0.394_0.054_0.096'],
  ])('at second %i are %s', (second, boxes) => {
    const end = boxes === '0' ? ';' : '';
    expect(events(second).ask('group=Face')).toBe(
      `Face:Enabled=1;H264_Face=${boxes};H264_2_Face=${boxes}${end}\r\n`,
    );
  });

  it('are told for the streams that are asked for, with either spelling of the flag', () => {
    const { ask } = events(2);
    expect(ask('group=Face&FaceParam=Enabled,H264_2_Face')).toBe(
      'Face:Enabled=1;H264_2_Face=0;\r\n',
    );
    expect(ask('group=Face&FaceParam=Enable')).toBe('Face:Enabled=1;\r\n');
  });

  it('are nothing that every model knows', () => {
    expect(events(2, 'ptz').ask('group=Face')).toBe('no group Face');
    expect(events(2, 'ptz').ask('')).not.toContain('Face');
    expect(events(2).ask('')).toContain('Face:');
  });
});

describe('inputs and outputs', () => {
  const status = (second: number): string => events(second).ask('group=IO&IOParam=Status');

  it('come as seven octets: enabled, closed, settings, active', () => {
    expect(status(0)).toBe('IO:Status=03020002010000;\r\n');
    expect(status(6)).toBe('IO:Status=03030002010100;\r\n');
    expect(status(43)).toBe('IO:Status=03000002010200;\r\n');
  });

  it('follow the outputs and their settings', () => {
    const { ask, contacts, tree } = events(0);
    contacts.answerOutput(new URLSearchParams('action=1:/'));
    expect(ask('group=IO')).toBe('IO:Status=03020102010001;\r\n');
    tree.set('Output.O0.Active', 'open');
    expect(ask('group=IO')).toBe('IO:Status=03020002000001;\r\n');
  });
});

describe('tampering', () => {
  it('is told for six seconds of every tenth minute', () => {
    const untouched = 'T0:Enabled=1;Triggered=0;\r\n';
    expect(events(31).ask('group=T0')).toBe(untouched);
    expect(events(180 + 31).ask('group=T0')).toBe('T0:Enabled=1;Triggered=1;\r\n');
    expect(events(180 + 37).ask('group=T0&TamperingParam=Enable,Triggered')).toBe(untouched);
  });
});

describe('what is set', () => {
  it('is told in place of what the clock says, until it is released', () => {
    const { ask, sights } = events(22);
    sights.setMotion(0, 35);
    sights.setTampered(true);
    sights.setFaces([{ x: 0.5, y: 0.4, width: 0.2, height: 0.3 }]);
    expect(ask('group=Motion,T0&MotionParam=Level')).toBe(
      'Motion:Level=35;\r\nT0:Enabled=1;Triggered=1;\r\n',
    );
    expect(ask('group=Face&FaceParam=H264_Face')).toBe('Face:H264_Face=1 0.5_0.4_0.2_0.3\r\n');
    sights.release();
    expect(ask('group=Motion,T0&MotionParam=Level')).toBe(
      'Motion:Level=0;\r\nT0:Enabled=1;Triggered=0;\r\n',
    );
  });
});

it.each([
  ['group=Motion9', 'no group Motion9'],
  ['group=Motion,constructor', 'no group constructor'],
  ['group=Motion&MotionParam=Colour', 'no MotionParam Colour'],
  ['group=IO&IOParam=Enabled', 'no IOParam Enabled'],
])('cannot be asked %s', (query, problem) => {
  expect(events(0).ask(query)).toBe(problem);
});
