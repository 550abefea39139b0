import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import documented from './fixtures/find-recorded-minutes.json';
import { listRecordedSpans } from './recorded-minutes.ts';

const newYork = { name: 'America/New_York' };
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const at = (text: string) => Date.parse(text);

type Query = Readonly<Record<string, unknown>>;

function server(answer: (query: Query) => unknown) {
  const reply = (query: Query): FakeAnswer => ({ text: JSON.stringify(answer(query)) });
  return recordingLink({ answers: { 'find.recorded-minutes': reply } });
}

const hour = (day: number, hours: number, minutes: readonly number[], month = 11) => ({
  ...{ year: 2026, month, day, hour: hours },
  minutes,
});

describe('listRecordedSpans', () => {
  it('reads the documented reply at the offset that it names', async () => {
    const { link, calls } = server(() => documented);
    const range = { fromMs: at('2018-05-25T05:00Z'), toMs: at('2018-05-26T05:00Z') };
    const found = await listRecordedSpans(link, ['1', '2', '3'], range, newYork);
    const span = (from: string, to: string) => ({
      fromMs: at(`2018-05-25T${from}-05:00`),
      toMs: at(`2018-05-25T${to}-05:00`),
      kind: 'continuous',
    });
    expect(Object.fromEntries(found)).toEqual({
      1: {
        precision: 'minute',
        spans: [span('10:44', '10:49'), span('18:01', '18:05'), span('18:16', '18:19')],
      },
      2: { precision: 'minute', spans: [span('17:29', '17:37'), span('18:01', '18:07')] },
    });
    expect(calls).toEqual([
      'find.recorded-minutes?what=recMinutes&ch=1,2,3&timeBegin=2018-05-25T05:00:00.000Z&timeEnd=2018-05-26T05:00:00.000Z',
    ]);
  });

  it('asks for three days at most, joins what goes on over a seam, and cuts to the range', async () => {
    const { link, calls } = server(({ timeBegin }) => ({
      timeBegin,
      data: [
        {
          chid: 1,
          data: [10, 11, 12, 13, 14]
            .map((day) => hour(day, 23, [58, 59]))
            .concat([11, 12, 13, 14].map((day) => hour(day, 0, [0, 1]))),
        },
      ],
    }));
    const range = { fromMs: at('2026-11-10T23:58:30Z'), toMs: at('2026-11-14T00:00:30Z') };
    const { spans } = (await listRecordedSpans(link, ['1'], range, newYork)).get('1') ?? {};
    expect(spans?.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [at('2026-11-10T23:58:30Z'), at('2026-11-11T00:02Z')],
      [at('2026-11-11T23:58Z'), at('2026-11-12T00:02Z')],
      [at('2026-11-12T23:58Z'), at('2026-11-13T00:02Z')],
      [at('2026-11-13T23:58Z'), at('2026-11-14T00:00:30Z')],
    ]);
    expect(calls).toHaveLength(2);
    expect(calls[0]).toContain('timeEnd=2026-11-13T23:58:30.000Z');
    expect(calls[1]).toContain('timeBegin=2026-11-13T23:58:30.000Z');
  });

  it.each([
    ['in UTC, as asked', 'Z', (ms: number) => ms],
    ['in local time, which it says', '-04:00', (ms: number) => ms - 4 * 60 * minuteMs],
  ])('has every minute of a day of 25 hours where a server answers %s', async (_, offset, wall) => {
    const range = { fromMs: at('2026-11-01T00:00-04:00'), toMs: at('2026-11-02T00:00-05:00') };
    const { link, calls } = server(({ timeBegin, timeEnd }) => {
      const [fromMs, toMs] = [at(String(timeBegin)), at(String(timeEnd))];
      // A server on local time changes its offset with its clocks.
      const shift = offset !== 'Z' && fromMs >= at('2026-11-01T06:00Z') ? -60 * minuteMs : 0;
      const data = [];
      for (let ms = fromMs; ms < toMs; ms += 60 * minuteMs) {
        const shown = new Date(wall(ms) + shift);
        data.push(hour(shown.getUTCDate(), shown.getUTCHours(), [0, 30], shown.getUTCMonth() + 1));
      }
      return {
        timeBegin: `x${shift === 0 ? offset : '-05:00'}`.padStart(26, '2'),
        data: [{ chid: 1, data }],
      };
    });
    const { spans } = (await listRecordedSpans(link, ['1'], range, newYork)).get('1') ?? {};
    const begins = Array.from({ length: 50 }, (__, half) => range.fromMs + half * 30 * minuteMs);
    expect(spans?.map(({ fromMs }) => fromMs)).toEqual(begins);
    expect(calls).toHaveLength(2);
  });

  it('reads a reply without an offset by the zone', async () => {
    const { link } = server(() => ({ data: [{ chid: '1', data: [hour(21, 9, [30])] }] }));
    const range = { fromMs: at('2026-11-21T00:00Z'), toMs: at('2026-11-22T00:00Z') };
    const found = await listRecordedSpans(link, ['1'], range, newYork);
    expect(found.get('1')?.spans[0]?.fromMs).toBe(at('2026-11-21T14:30Z'));
  });

  it('asks for many channels in parts, and takes no channel that it did not ask for', async () => {
    const { link, calls } = server(() => ({ timeBegin: 'Z', data: [{ chid: 99, data: [] }] }));
    const channels = Array.from({ length: 40 }, (_, index) => String(index + 1));
    const range = { fromMs: 0, toMs: dayMs };
    expect(await listRecordedSpans(link, channels, range, {})).toEqual(new Map());
    expect(calls).toHaveLength(3);
  });

  it.each([
    ['no list', { timeBegin: 'x' }],
    ['a minute beyond the hour', { data: [{ chid: 1, data: [hour(1, 1, [60])] }] }],
    ['a month beyond the year', { data: [{ chid: 1, data: [hour(1, 1, [1], 13)] }] }],
    ['an hour without minutes', { data: [{ chid: 1, data: [{ year: 2026 }] }] }],
    ['words', { data: [{ chid: 1, data: [hour(1, 1, ['x' as unknown as number])] }] }],
  ])('takes %s for a broken reply, not for nothing recorded', async (_, reply) => {
    const { link } = server(() => reply);
    const listing = listRecordedSpans(link, ['1'], { fromMs: 0, toMs: dayMs }, {});
    await expect(listing).rejects.toMatchObject({ kind: 'malformed-reply' });
  });

  it('refuses a channel that is none', async () => {
    const { link } = server(() => documented);
    const listing = listRecordedSpans(link, ['1,2'], { fromMs: 0, toMs: dayMs }, {});
    await expect(listing).rejects.toMatchObject({ reason: 'channel-unknown' });
  });
});
