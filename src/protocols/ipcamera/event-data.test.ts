import { describe, expect, it } from 'vitest';
import { readEventData, readMonitoredEvents } from './event-data.ts';
import { faceBoxes } from './face-boxes.ts';
import { documentedEvents, documentedMonitoring } from './fixtures/documented-replies.ts';
import { ioStatus } from './io-status.ts';

const read = (text: string) => readEventData(text, 'x');

describe('readEventData', () => {
  it('reads motion windows, each with what was said of it', () => {
    expect(Object.fromEntries(read(documentedEvents.twoMotions).motion)).toEqual({
      Motion: { enabled: false },
      Motion2: { enabled: true, level: 15, sensitivity: 80, triggered: false },
    });
    expect(Object.fromEntries(read(documentedEvents.chosenParameters).motion)).toEqual({
      Motion: { enabled: true, triggered: false },
      Motion1: { enabled: false },
    });
  });

  it('reads tampering under either name of its field', () => {
    expect(read('T0:Enabled=1;Triggered=1;\r\n').tampering).toEqual({
      enabled: true,
      triggered: true,
    });
    expect(read('T0:Enable=0;\n').tampering).toEqual({ enabled: false });
  });

  it('reads the contacts beside the motion', () => {
    const { io, motion } = read(documentedEvents.io);
    expect(motion.size).toBe(2);
    expect(io?.outputs.map(({ closed }) => closed)).toEqual([true, ...Array(7).fill(false)]);
    expect(io?.inputs.some((input) => Object.values(input).includes(true))).toBe(false);
  });

  it.each([
    ['as printed', documentedEvents.faces.replace('H264_2_Face=2 ', 'H264_2_Face=2\r\n')],
    ['in one line', documentedEvents.faces],
    ['with a misspelt field', documentedEvents.faces.replace('Enabled', 'Enable')],
  ])('reads faces %s', (_, text) => {
    const { faces } = read(text);
    expect(faces?.enabled).toBe(true);
    expect(Object.fromEntries(faces?.boxes ?? [])).toEqual({
      H264: [
        { x: 0.5, y: 0.4, width: 0.2, height: 0.3 },
        { x: 0.8, y: 0.1, width: 0.2, height: 0.3 },
      ],
      H264_2: [
        { x: 0.5, y: 0.4, width: 0.2, height: 0.3 },
        { x: 0.7, y: 0.5, width: 0.2, height: 0.3 },
      ],
    });
  });

  it('leaves out what lies outside the documented values', () => {
    const { motion, io } = read('Motion:Enabled=2;Level=101;Sensitivity=-1;\nIO:Status=0g;\n');
    expect(Object.fromEntries(motion)).toEqual({ Motion: {} });
    expect(io).toBeUndefined();
  });
});

describe('readMonitoredEvents', () => {
  it('reads every part', () => {
    const levels = readMonitoredEvents(documentedMonitoring.motion, 'x').map(
      ({ motion }) => motion.get('Motion')?.level,
    );
    expect(levels).toEqual([0, 15]);
    const faces = readMonitoredEvents(documentedMonitoring.faces, 'x');
    expect(faces.map((one) => one.faces?.boxes.get('H264_2'))).toEqual([[], []]);
  });

  it('reads the parts before one that was cut', () => {
    const cut = documentedMonitoring.motion.slice(0, -60);
    expect(readMonitoredEvents(cut, 'x')).not.toEqual([]);
  });
});

describe('ioStatus', () => {
  it('counts from the lowest bit, as the example a2 of the document: 8, 6 and 2', () => {
    const enabled = ioStatus('a2000000000000')?.inputs.map((input) => input.enabled);
    expect(enabled).toEqual([false, true, false, false, false, true, false, true]);
  });

  it.each([
    ['01000000000000', { inputs: { enabled: true } }],
    ['00010000000000', { inputs: { closed: true } }],
    ['00000100000000', { outputs: { closed: true } }],
    ['00000001000000', { inputs: { normallyClosed: true } }],
    ['00000000010000', { outputs: { activeClosed: true } }],
    ['00000000000100', { inputs: { active: true } }],
    ['00000000000001', { outputs: { active: true } }],
  ])('reads the bit of %s and no other', (text, on) => {
    const { inputs = [], outputs = [] } = ioStatus(text) ?? {};
    const input = { enabled: false, closed: false, normallyClosed: false, active: false };
    const output = { closed: false, activeClosed: false, active: false };
    const first = { inputs: {}, outputs: {}, ...on };
    expect(inputs).toEqual([{ ...input, ...first.inputs }, ...Array(7).fill(input)]);
    expect(outputs).toEqual([{ ...output, ...first.outputs }, ...Array(7).fill(output)]);
  });

  it.each(['', '0', '000001000000', '0000010000000000', 'zz000100000000'])('refuses %j', (text) => {
    expect(ioStatus(text)).toBeUndefined();
  });
});

describe('faceBoxes', () => {
  it.each([
    ['0', []],
    ['1 0_0_1_1', [{ x: 0, y: 0, width: 1, height: 1 }]],
    ['1 .5_0.25_0.1_0.1', [{ x: 0.5, y: 0.25, width: 0.1, height: 0.1 }]],
    ['2 1.5_0_0.1_0.1, 0_0_0.1_0.1', [{ x: 0, y: 0, width: 0.1, height: 0.1 }]],
    ['1 0_0_0.1_0.1,0_0_0.2_0.2', [{ x: 0, y: 0, width: 0.1, height: 0.1 }]],
    ['1 -0.1_0_0.1', []],
  ])('reads %j', (text, boxes) => {
    expect(faceBoxes(text)).toEqual(boxes);
  });

  it('gives undefined without a count', () => {
    expect(faceBoxes('0.5_0.4_0.2_0.3')).toBeUndefined();
  });
});
