import { describe, expect, it } from 'vitest';
import { recordingLink } from '../recording-link.ts';
import documented from './fixtures/find-recorded-days.json';
import byChannel from './fixtures/find-recorded-days-by-channel.json';
import { listRecordedDays } from './recorded-days.ts';

const newYork = { name: 'America/New_York' };
const months = { fromMs: Date.parse('2018-01-01T05:00Z'), toMs: Date.parse('2018-03-01T05:00Z') };
const server = (reply: unknown) =>
  recordingLink({ answers: { 'find.recorded-days': { text: JSON.stringify(reply) } } });

async function daysOf(reply: unknown, range = months, zone: object = newYork) {
  const { link, calls } = server(reply);
  const days = await listRecordedDays(link, ['1', '2'], range, zone);
  return { days: days.map(({ year, month, day }) => `${year}-${month}-${day}`), calls };
}

describe('listRecordedDays', () => {
  it('asks by the local time of the server and reads the reply of all channels', async () => {
    const { days, calls } = await daysOf(documented);
    expect(days).toEqual([
      ...['2018-1-8', '2018-1-23', '2018-1-24'],
      ...['2018-2-5', '2018-2-6', '2018-2-7', '2018-2-9', '2018-2-13', '2018-2-14', '2018-2-19'],
    ]);
    expect(calls).toEqual([
      'find.recorded-days?what=recDays&ch=1,2&timeBegin=2018-01-01T00:00:00.000-05:00&timeEnd=2018-02-28T23:59:59.999-05:00',
    ]);
  });

  it('reads the reply by channel, each day once and in order', async () => {
    const [first] = byChannel.data;
    const second = { chid: 2, data: [{ year: 2018, month: 1, days: [24, 2] }] };
    const { days } = await daysOf({ ...byChannel, data: [first, second] });
    expect(days).toEqual(['2018-1-2', '2018-1-8', '2018-1-23', '2018-1-24']);
  });

  it('leaves out days that were not asked for, by the calendar of the zone', async () => {
    const range = {
      fromMs: Date.parse('2018-01-24T04:59Z'),
      toMs: Date.parse('2018-02-06T05:00Z'),
    };
    expect((await daysOf(documented, range)).days).toEqual(['2018-1-23', '2018-1-24', '2018-2-5']);
    expect((await daysOf(documented, range, {})).days).toEqual([
      '2018-1-24',
      '2018-2-5',
      '2018-2-6',
    ]);
  });

  it('asks with each of both offsets over a change of clocks', async () => {
    const range = {
      fromMs: Date.parse('2026-11-01T04:00Z'),
      toMs: Date.parse('2026-11-02T05:00Z'),
    };
    const { calls } = await daysOf({ data: [] }, range);
    expect(calls[0]).toContain('timeBegin=2026-11-01T00:00:00.000-04:00');
    expect(calls[0]).toContain('timeEnd=2026-11-01T23:59:59.999-05:00');
  });

  it.each([{}, { data: {} }, { data: [{ year: 2018 }] }, { data: [{ chid: 1, data: [{}] }] }])(
    'refuses %j',
    async (reply) => {
      await expect(daysOf(reply)).rejects.toMatchObject({ kind: 'malformed-reply' });
    },
  );
});
