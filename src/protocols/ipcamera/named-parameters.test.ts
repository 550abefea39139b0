import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { namesOtherThan, namesWithin, queryWithNamed } from './named-parameters.ts';

const query = queryWithNamed(
  { action: z.literal('update') },
  [
    { title: 'Tour.Wait', name: /^Tour\.Wait$/, value: z.int().min(0).max(255) },
    { title: 'Group.Name', name: namesOtherThan('Network'), value: z.string().max(10) },
  ],
  1,
);
const fits = (value: unknown) => query.safeParse(value).success;

describe('queryWithNamed', () => {
  it.each([
    { 'ImageSource.I0.Sensor.Exposure': 'auto' },
    { 'Event.E0.Enabled': 'yes', 'Tour.Wait': 255 },
  ])('takes %j', (named) => {
    expect(query.parse({ action: 'update', ...named })).toEqual({ action: 'update', ...named });
  });

  it.each([
    {},
    { Brightness: 'x' },
    { 'root.Brand.Brand': 'x' },
    { 'Network.IPAddress': '1' },
    { 'A.B C': 'x' },
    { 'A.B&c': 'x' },
    { 'A.': 'x' },
    { '.B': 'x' },
    { 'A.B': 'more than ten' },
    { 'A.B': true },
    { 'Tour.Wait': 256 },
    { 'Tour.Wait': '1' },
    { 'A.B': 'x', other: 'x' },
    { action: 'list', 'A.B': 'x' },
  ])('refuses %j', (named) => {
    expect(fits({ action: 'update', ...named })).toBe(false);
  });

  it('refuses a hostile name, and lets nothing reach a prototype', () => {
    const hostile: unknown = JSON.parse('{"action":"update","A.B":"x","constructor":"y"}');
    expect(fits(hostile)).toBe(false);
    const polluting: unknown = JSON.parse('{"action":"update","A.B":"x","__proto__":{"y":"z"}}');
    const read = query.safeParse(polluting);
    expect(Object.keys(read.data ?? {})).not.toContain('__proto__');
    expect(Reflect.get({}, 'y')).toBeUndefined();
  });

  it('says which value is wrong, and why', () => {
    const { error } = query.safeParse({ action: 'update', 'Tour.Wait': 300 });
    expect(error?.issues[0]).toMatchObject({ path: ['Tour.Wait'], message: /255/ });
  });

  it('says the same in its JSON schema', () => {
    expect(z.toJSONSchema(query, { io: 'input' })).toMatchObject({
      type: 'object',
      required: ['action'],
      additionalProperties: false,
      minProperties: 2,
      patternProperties: {
        '^Tour\\.Wait$': { title: 'Tour.Wait', type: 'integer', minimum: 0, maximum: 255 },
        [namesOtherThan('Network').source]: { title: 'Group.Name', type: 'string', maxLength: 10 },
      },
    });
  });
});

describe('the grammars of names', () => {
  it('divide what there is between them', () => {
    const other = namesOtherThan('Network');
    const within = namesWithin('Network');
    for (const name of ['Network.eth0.IPAddress', 'NetworkShare.S0.Path', 'Time.TimeZone']) {
      expect([other.test(name), within.test(name)].filter(Boolean)).toHaveLength(1);
    }
    expect(within.test('Network')).toBe(false);
  });
});
