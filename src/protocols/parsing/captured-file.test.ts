import { describe, expect, it } from 'vitest';
import { capturedFile, isCapturedFileId } from './captured-file.ts';
import type { FootageFile } from './footage-feed.ts';

const newYork = { name: 'America/New_York' };
const nowWinter = { offsetMinutes: -300 };
const nowSummer = { offsetMinutes: -240 };

function entry(name: string, updated?: string, day = '2026-11-21'): FootageFile {
  return {
    title: 'not looked at',
    channel: undefined,
    target: `/++getfile/4/${day}/${name}`,
    contentType: 'video/quicktime',
    bytes: 7,
    updatedMs: updated === undefined ? undefined : Date.parse(updated),
  };
}

function read(file: FootageFile, zone: object = nowWinter) {
  const found = capturedFile(file, '4', zone);
  if (found === undefined) return undefined;
  const { range, kind, type } = found;
  const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');
  return { from: iso(range.fromMs), to: iso(range.toMs), kind, type };
}

describe('capturedFile', () => {
  it('names a file by its path alone', () => {
    const name = '11-21-2026+12-00-26+M+Gate.m4v';
    expect(capturedFile(entry(name, '2026-11-21T17:01:00Z'), '4', nowWinter)).toEqual({
      fileId: `4/2026-11-21/${name}`,
      channel: '4',
      range: { fromMs: Date.UTC(2026, 10, 21, 17, 0, 26), toMs: Date.UTC(2026, 10, 21, 17, 1) },
      kind: 'motion',
      type: 'video/mp4',
      sizeBytes: 7,
    });
  });

  it.each([
    ['the day first', '21-11-2026+12-00-26+M+Gate.m4v', '17:00:26', 'motion'],
    ['the year first', '2026-11-21+12-00-26+C+Gate.m4v', '17:00:26', 'continuous'],
    ['points and an escape', '21.11.2026%2012.00.26%20A%20Gate.m4v', '17:00:26', 'event'],
    ['a clock of twelve hours, at noon', '11-21-2026+12-00-26+PM+M+Gate.m4v', '17:00:26', 'motion'],
    ['no letter', '11-21-2026+12-00-26+Gate.m4v', '17:00:26', 'continuous'],
    ['no time: the day it covers', '11-21-2026+C+Gate.m4v', '05:00:00', 'continuous'],
    ['a per cent sign of its own', '11-21-2026+12-00-26+M+50%+off.m4v', '17:00:26', 'motion'],
  ])('reads a name with %s', (_, name, from, kind) => {
    expect(read(entry(name, '2026-11-21T17:05:00Z'))).toEqual({
      from: `2026-11-21T${from}Z`,
      to: '2026-11-21T17:05:00Z',
      kind,
      type: 'video/mp4',
    });
  });

  it.each([
    ['the first time', '2026-11-01T05:20:00Z', '2026-11-01T05:10:00Z'],
    ['again', '2026-11-01T06:20:00Z', '2026-11-01T06:10:00Z'],
  ])('tells by its end which it is, when clocks show an hour %s', (_, updated, from) => {
    const file = entry('11-01-2026+01-10-00+C+Gate.m4v', updated, '2026-11-01');
    expect(read(file, newYork)?.from).toBe(from);
  });

  it.each([
    ['01-10-00', '2026-11-01', undefined, true],
    ['01-10-00', '2026-11-01', '2026-11-01T06:20:00Z', undefined],
    ['02-10-00', '2026-11-01', undefined, undefined],
    // Left out when clocks were put forward: there is but one thing that it may mean.
    ['02-10-00', '2026-03-08', undefined, undefined],
  ])('says whether it is unknown which of two hours %s on %s is', (time, day, updated, twice) => {
    const file = entry(`00-00-0000+${time}+C+Gate.m4v`, updated, day);
    expect(capturedFile(file, '4', newYork)?.shownTwice).toBe(twice);
    expect(capturedFile(file, '4', nowWinter)?.shownTwice).toBeUndefined();
  });

  it.each([
    [
      'summer, asked in winter',
      nowWinter,
      '2026-07-01',
      '2026-07-01T16:00:40Z',
      '2026-07-01T16:00:00Z',
    ],
    [
      'winter, asked in summer',
      nowSummer,
      '2026-01-01',
      '2026-01-01T17:00:40Z',
      '2026-01-01T17:00:00Z',
    ],
    [
      'winter, asked in winter',
      nowWinter,
      '2026-01-01',
      '2026-01-01T17:00:40Z',
      '2026-01-01T17:00:00Z',
    ],
    ['a whole hour', nowWinter, '2026-01-01', '2026-01-01T18:00:01Z', '2026-01-01T17:00:00Z'],
    [
      'a whole hour of summer',
      nowWinter,
      '2026-07-01',
      '2026-07-01T17:00:00Z',
      '2026-07-01T16:00:00Z',
    ],
    ['most of a day', nowWinter, '2026-01-01', '2026-01-02T04:59:59Z', '2026-01-01T17:00:00Z'],
  ])('finds the season by the end: %s', (_, zone, day, updated, from) => {
    const file = entry('00-00-0000+12-00-00+C+Gate.m4v', updated, day);
    expect(read(file, zone)?.from).toBe(from);
    expect(read(file, newYork)?.from).toBe(from);
  });

  it('gives a still a second, a film without an end its minute, and one that ends too early a second', () => {
    const still = entry('11-21-2026+12-00-26+M+Gate.jpg', '2026-11-21T17:00:27Z');
    expect(read(still)).toEqual({
      from: '2026-11-21T17:00:26Z',
      to: '2026-11-21T17:00:27Z',
      kind: 'image',
      type: 'image/jpeg',
    });
    expect(read(entry('11-21-2026+12-00-26+M+Gate.m4v'))?.to).toBe('2026-11-21T17:01:26Z');
    const early = entry('11-21-2026+12-00-26+M+Gate.m4v', '2020-01-01T00:00:00Z');
    expect(read(early)).toMatchObject({ from: '2026-11-21T17:00:26Z', to: '2026-11-21T17:00:27Z' });
  });

  it('leaves out what it cannot place, and what belongs to another camera', () => {
    expect(read(entry('Gate.m4v', '2026-11-21T17:05:00Z'))).toBeUndefined();
    const file = entry('11-21-2026+12-00-26+M+Gate.m4v', '2026-11-21T17:01:00Z');
    expect(capturedFile(file, '5', nowWinter)).toBeUndefined();
    expect(capturedFile({ ...file, target: '/++sounds' }, '4', nowWinter)).toBeUndefined();
  });
});

it.each([
  ['4/2026-11-21/a+b.m4v', true],
  ['4/2026-11-21/..', false],
  ['4/2026-11-21/a?auth=x', false],
  ['4/2026-11-21/../../x', false],
  ['4/2026-11-21/a b', false],
  ['x', false],
  ['', false],
])('isCapturedFileId takes %j: %s', (fileId, taken) => {
  expect(isCapturedFileId(fileId)).toBe(taken);
});
