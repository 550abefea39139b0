import { describe, expect, it } from 'vitest';
import { type FakeAnswer, fakeLink } from '../fake-link.ts';
import { subscribeEvents } from './event-subscriptions.ts';
import listed from './fixtures/enum-realtime-event.json';

const json = (value: unknown): FakeAnswer => ({ text: JSON.stringify(value) });
const topicsOf = async (answers: Readonly<Record<string, FakeAnswer>>) => {
  const ways = await subscribeEvents(fakeLink({ answers }));
  return ways.map(({ call }) => String(call.query?.topics).split(','));
};

describe('the subscription', () => {
  it('is one socket for all topics, by the path of today and then by the older one', async () => {
    const answers = { 'enum.realtime-event': json(listed) };
    const ways = await subscribeEvents(fakeLink({ answers }));
    expect(ways.map(({ kind, call }) => [kind, call.endpoint.path])).toEqual([
      ['socket', '/wsapi/subscribeEvents'],
      ['socket', '/api/subscribeEvents'],
    ]);
    for (const { call, ...way } of ways) {
      expect(call.endpoint.query.safeParse(call.query).success).toBe(true);
      expect(call.query).toMatchObject({ verbose: 'true', lang: 'en-US' });
      expect(way).toHaveProperty('silenceMs', 25_000);
    }
  });

  it.each([
    ['the nine that the guide lists', listed, 9],
    ['body temperature where it is listed as well', [...listed, 'bodyTemperature'], 10],
    ['only what is known', ['LPR', 'weather', 5, 'LPR'], 1],
  ])('asks for %s', async (_, list, count) => {
    const [topics = []] = await topicsOf({ 'enum.realtime-event': json(list) });
    expect(topics).toHaveLength(count);
    expect(topics).toContain('LPR');
    expect(topics).not.toContain('weather');
  });

  it.each([
    ['TS-API@0.3.0', ['channelStatus', 'LPR', 'emergencyCall']],
    ['TS-API@0.7.2', ['channelStatus', 'LPR', 'emergencyCall', 'systemEvent']],
    ['TS-API@0.9.4', ['parkingCount', 'packing']],
    ['TS-API@0.9.5', ['recordingStatus']],
  ])('asks %s, which has no list, for the topics of its time', async (apiVersion, last) => {
    const [topics] = await topicsOf({ 'info.api-version': json({ apiVersion }) });
    expect(topics?.slice(-last.length)).toEqual(last);
  });

  it('is none on a server without any topic', async () => {
    expect(await topicsOf({ 'enum.realtime-event': json([]) })).toEqual([]);
  });
});
