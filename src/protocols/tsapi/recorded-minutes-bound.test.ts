import { expect, it, vi } from 'vitest';
import { joinedSpans } from '../parsing/joined-spans.ts';
import { recordingLink } from '../recording-link.ts';
import { listRecordedSpans } from './recorded-minutes.ts';

vi.mock(import('../parsing/joined-spans.ts'), async (original) => {
  const real = await original();
  return { ...real, joinedSpans: vi.fn(real.joinedSpans) };
});

const dayMs = 24 * 60 * 60_000;

it('keeps each minute once, however often and of whatever channels a server tells it', async () => {
  const fromMs = Date.UTC(2026, 10, 1);
  const hour = { year: 2026, month: 11, day: 2, hour: 3, minutes: new Array(10_000).fill(7) };
  const data = [1, 2, 3].map((chid) => ({ chid, data: [hour] }));
  const text = JSON.stringify({ timeBegin: '2026-11-01T00:00:00Z', data });
  const { link } = recordingLink({ answers: { 'find.recorded-minutes': () => ({ text }) } });
  const range = { fromMs, toMs: fromMs + 3 * dayMs };
  const found = await listRecordedSpans(link, ['1', '2'], range, { name: 'UTC' });
  expect([...found.keys()]).toEqual(['1', '2']);
  const held = vi.mocked(joinedSpans).mock.calls.map(([spans]) => [...spans].length);
  expect(held).toEqual([1, 1]);
});
