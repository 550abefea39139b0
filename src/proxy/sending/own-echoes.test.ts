import { describe, expect, it } from 'vitest';
import type { EventSending } from '../../api/event-sending.ts';
import type { EventFactView } from '../../api/events.ts';
import { type Cause, OwnEchoes } from './own-echoes.ts';
import { RuleBudget } from './rule-budget.ts';
import type { SendingReceiver } from './sending-reach.ts';

const startMs = 1_764_000_000_000;
let nowMs = startMs;
const now = () => nowMs;

const receiver = (cameraId: string | null) =>
  ({ device: { id: 'd' }, camera: cameraId && { row: { id: cameraId } } }) as SendingReceiver;
const event = (fact: object, cameraId: string | null = null): Cause => ({
  deviceId: 'd',
  cameraId,
  fact: fact as EventFactView,
});

const plate: EventSending = { kind: 'plate', deviceId: 'd', zoneCode: 'Z', plate: 'DSP 963' };
const call: EventSending = {
  ...{ kind: 'call', deviceId: 'd', deviceName: 'vendor/phone' },
  ...{ caller: '7', active: true },
};
const motion: EventSending = { kind: 'motion', cameraId: 'c' };
const mark: EventSending = {
  ...{ kind: 'mark', cameraId: 'c', title: '', comment: '' },
  ...{ presetId: null, backup: null },
};
const turn: EventSending = { ...mark, presetId: 'p3' };
const byWeb = { topic: 'trigger', mode: 'motion', reasons: ['web-server-event'] };
const byHuman = { topic: 'trigger', mode: 'motion', reasons: ['web-server-event', 'human'] };
const moves = { topic: 'motion', active: true, boxes: [] };

describe('what was sent a moment ago', () => {
  it.each([
    ['a plate, however it is written', plate, event({ topic: 'plate', plate: 'dsp-963' }), true],
    ['another plate', plate, event({ topic: 'plate', plate: 'DSP964' }), false],
    [
      'a plate at another device',
      plate,
      { ...event({ topic: 'plate', plate: 'DSP963' }), deviceId: 'e' },
      false,
    ],
    ['a call', call, event({ topic: 'call', caller: '7', active: true }), true],
    ['a call from elsewhere', call, event({ topic: 'call', caller: '8', active: true }), false],
    ['a trigger of ours', motion, event(byWeb, 'c'), true],
    ['a trigger that a human was seen for', motion, event(byHuman, 'c'), false],
    ['a trigger of another camera', motion, event(byWeb, 'other'), false],
    ['real motion', motion, event(moves, 'c'), false],
    ['a mark', mark, event({ topic: 'system', code: '1' }, 'c'), true],
    ['motion that a mark does not make', mark, event(moves, 'c'), false],
    ['motion of a camera that was turned', turn, event(moves, 'c'), true],
    ['an object before a camera that was turned', turn, event({ topic: 'object' }, 'c'), false],
  ] as [string, EventSending, Cause, boolean][])(
    'is known again or not: %s',
    (_, sent, heard, own) => {
      const echoes = new OwnEchoes(now);
      echoes.sent(sent, receiver('cameraId' in sent ? sent.cameraId : null));
      expect(echoes.isOwn(heard)).toBe(own);
    },
  );

  it('is forgotten after a minute', () => {
    const echoes = new OwnEchoes(now);
    const heard = event({ topic: 'plate', plate: 'DSP963' });
    echoes.sent(plate, receiver(null));
    nowMs = startMs + 59_999;
    expect(echoes.isOwn(heard)).toBe(true);
    nowMs = startMs + 60_000;
    expect(echoes.isOwn(heard)).toBe(false);
    nowMs = startMs;
  });

  it('does not grow without end, and keeps the newest', () => {
    const echoes = new OwnEchoes(now);
    for (let number = 0; number < 5000; number += 1) {
      echoes.sent({ ...plate, plate: `A ${number}` }, receiver(null));
    }
    expect(echoes.isOwn(event({ topic: 'plate', plate: 'A4999' }))).toBe(true);
    expect(echoes.isOwn(event({ topic: 'plate', plate: 'A4000' }))).toBe(true);
    expect(echoes.isOwn(event({ topic: 'plate', plate: 'A3999' }))).toBe(false);
  });
});

describe('the budget of a rule', () => {
  it('is twenty a minute, and says once that it is spent', () => {
    const budget = new RuleBudget(now);
    const first = Array.from({ length: 22 }, () => budget.spend('r'));
    expect(first.slice(0, 20)).toEqual(Array(20).fill('left'));
    expect(first.slice(20)).toEqual(['over', 'still-over']);
    expect(budget.spend('other')).toBe('left');
    nowMs = startMs + 60_000;
    expect(budget.spend('r')).toBe('left');
    nowMs = startMs;
  });
});
