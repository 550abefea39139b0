import { expect, it } from 'vitest';
import { countTrial, type TrialSignal } from './count-trial.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const state = (atMs: number, holds: boolean, key = 'gate'): TrialSignal => ({
  key,
  holds,
  atMs,
  isMoment: false,
});
const moment = (atMs: number, key = 'plate'): TrialSignal => ({
  key,
  holds: true,
  atMs,
  isMoment: true,
});

it('counts what holds until it is over, once however often it is told', () => {
  expect(countTrial([state(0, true), state(5, true), state(minuteMs, false)], 0, hourMs)).toBe(1);
});

it('counts what comes back later as another, within ten minutes as the same', () => {
  const twice = (laterMs: number) => [
    state(0, true),
    state(minuteMs, false),
    state(laterMs, true),
    state(laterMs + minuteMs, false),
  ];
  expect(countTrial(twice(2 * minuteMs), 0, hourMs)).toBe(1);
  expect(countTrial(twice(30 * minuteMs), 0, hourMs)).toBe(2);
});

it('leaves out what did not last, and counts what lasts still', () => {
  const short = [state(0, true), state(14_000, false)];
  expect(countTrial(short, 15, hourMs)).toBe(0);
  expect(countTrial(short, 14, hourMs)).toBe(1);
  expect(countTrial([state(0, true)], 15, 14_000)).toBe(0);
  expect(countTrial([state(0, true)], 15, 15_000)).toBe(1);
});

it('takes the end from an incident that the journal keeps as one', () => {
  const incident = { ...state(0, true), endMs: 20_000 };
  expect(countTrial([incident], 20, hourMs)).toBe(1);
  expect(countTrial([incident], 21, hourMs)).toBe(0);
});

it('counts moments of each key by themselves, whatever must last', () => {
  const read = [moment(0), moment(minuteMs), moment(hourMs), moment(minuteMs, 'other')];
  expect(countTrial(read, 60, 2 * hourMs)).toBe(3);
});
