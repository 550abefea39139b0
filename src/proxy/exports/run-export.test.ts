import { expect, it } from 'vitest';
import { harmlessName } from './camera-work.ts';
import { namesOf } from './export-copies.ts';
import { vttOf } from './keep-subtitles.ts';

it('makes of every name one that stays in its folder', () => {
  const names = [
    '../../etc/passwd',
    '..',
    'C:\\x\\y.mp4',
    '.hidden',
    '-rf',
    '...',
    'CON',
    'a\u0000b',
    '',
    'ü',
  ];
  for (const name of names) {
    expect(harmlessName(name), name).toMatch(/^[\w][\w.-]*$/);
  }
  expect(harmlessName('CH1.2018-07-27T09.11.19.mp4')).toBe('CH1.2018-07-27T09.11.19.mp4');
  expect(harmlessName('nul.mp4')).toBe('_nul.mp4');
  expect(harmlessName('a.mp4.')).toBe('a.mp4');
  // Else it would be written over by the file that comes after it, and taken for one that is not whole.
  expect(harmlessName('a.mp4.part')).toBe('a.mp4_part');
  expect(harmlessName(`${'x'.repeat(300)}.mp4`)).toMatch(/^x{96}\.mp4$/);
});

it('gives each copy a name of its own', () => {
  const targets = ['/a/x.mp4', '/b/x.mp4', '/c/y z.mp4'];
  expect(namesOf(targets)).toEqual(['x.mp4', '2-x.mp4', 'y_z.mp4']);
});

it('tells the time of each second in the zone of the device, also when clocks go back', () => {
  const fromMs = Date.UTC(2026, 9, 25, 0, 59, 59);
  expect(vttOf({ fromMs, toMs: fromMs + 2000 }, 'Europe/Berlin')).toBe(
    [
      'WEBVTT',
      '',
      '00:00:00.000 --> 00:00:01.000',
      '2026-10-25 02:59:59.000+02:00',
      '',
      '00:00:01.000 --> 00:00:02.000',
      '2026-10-25 02:00:00.000+01:00',
      '',
    ].join('\n'),
  );
});
