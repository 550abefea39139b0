import { expect, it } from 'vitest';
import { recordingLink } from '../recording-link.ts';
import { addMinutes, type Minutes } from './recorded-minutes.ts';

it('keeps each minute once, however often and of whatever channels a server tells it', async () => {
  const hour = { year: 2026, month: 11, day: 2, hour: 3, minutes: new Array(10_000).fill(7) };
  const data = [1, 2, 3].map((chid) => ({ chid, data: [hour] }));
  const text = JSON.stringify({ timeBegin: '2026-11-01T00:00:00Z', data });
  const { link } = recordingLink({ answers: { 'find.recorded-minutes': () => ({ text }) } });
  const piece = { fromMs: Date.UTC(2026, 10, 1), toMs: Date.UTC(2026, 10, 4) };
  const minutes: Minutes = new Map([
    ['1', null],
    ['2', null],
  ]);
  await addMinutes(link, '1,2', piece, 'UTC', minutes);
  const told = new Set([Date.UTC(2026, 10, 2, 3, 7)]);
  expect([...minutes]).toEqual([
    ['1', told],
    ['2', told],
  ]);
});
