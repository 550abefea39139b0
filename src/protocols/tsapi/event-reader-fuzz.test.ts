import fc from 'fast-check';
import { expect, it } from 'vitest';
import { edits, mutated } from '../parsing/mutated-bodies.ts';
import { eventMakers, MessageReader } from './event-reader.ts';
import printed from './fixtures/event-messages.json';

const bodies = printed.map(({ message }) => JSON.stringify(message));

it('reads 2,000 broken messages without a failure, and counts those of which nothing comes', () => {
  const reader = new MessageReader(eventMakers());
  const unknown = fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.stringify(value));
  const body = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...bodies) }, unknown);
  let silent = 0;
  let events = 0;
  const property = fc.property(body, edits, fc.nat(), (whole, changes, receivedAtMs) => {
    const before = reader.unread;
    const read = reader.read(mutated(whole, changes), receivedAtMs);
    events += read.length;
    silent += reader.unread - before;
    // An event and a complaint about it exclude each other.
    expect(reader.unread - before).toBeLessThanOrEqual(read.length === 0 ? 1 : 0);
    const inside = (name: string, value: unknown) => (name === 'imageTarget' ? undefined : value);
    expect(JSON.stringify(read, inside)).not.toMatch(/(?:http|rtmp|rtsp)s?:\/\//);
    for (const { fact } of read) {
      const target = 'imageTarget' in fact ? fact.imageTarget : undefined;
      expect(target ?? '/').toMatch(/^\/(?!\/)/);
    }
  });
  fc.assert(property, { seed: 20_251_121, numRuns: 2000 });
  expect(reader.unread).toBe(silent);
  expect(silent).toBeGreaterThan(500);
  expect(events).toBeGreaterThan(20);
});

it('reads what is nested deeper than the stack', () => {
  const reader = new MessageReader(eventMakers());
  const deep = `{"topic":"systemEvent","code":1,"param":${'{"a":['.repeat(50_000)}`;
  expect(reader.read(deep, 0)).toEqual([]);
  const closed = `{"topic":"systemEvent","code":1,"param":{"a":${'['.repeat(9000)}${']'.repeat(9000)}}}`;
  expect(reader.read(closed, 0)).toHaveLength(1);
  expect(reader.unread).toBe(1);
});
