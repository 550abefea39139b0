import { describe, expect, it } from 'vitest';
import { soundOf } from './sound.ts';

const sound = { target: '/++audio?cameraNum=4', codec: 'mulaw', contentType: 'audio/basic' };
const loudspeaker = { ...sound, contentType: 'audio/g711-ulaw' };
const of = (fields: Readonly<Record<string, string>>) =>
  soundOf(4, new Map(Object.entries(fields)));

describe('soundOf', () => {
  it.each([
    ['may do both', { 'has-audio': 'true', permissions: '2560' }, { sound, loudspeaker }],
    ['may hear', { 'has-audio': 'true', permissions: '513' }, { sound }],
    ['may talk', { 'has-audio': 'true', permissions: '2048' }, { loudspeaker }],
    ['is told of no rights', { 'audio-format': 'AAC' }, { sound, loudspeaker }],
    ['has no sound', { 'has-audio': 'false', 'audio-format': 'AAC', permissions: '2560' }, {}],
    ['is told of no sound', { permissions: '2560' }, {}],
  ])('of an account that %s', (_, fields, expected) => {
    expect(of(fields)).toEqual(expected);
  });
});
