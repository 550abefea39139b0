import { describe, expect, it } from 'vitest';
import { loadClip } from '../clip/clip-files.ts';
import { describeSession } from './session-description.ts';

const clip = loadClip('ch1sub');
if (clip === null) throw new TypeError('the clip ch1sub is missing');
const lines = describeSession('h264_2', clip, Date.UTC(2026, 10, 21)).split('\r\n');

describe('describeSession', () => {
  it('ends every line with CRLF and orders version, origin, name and time first', () => {
    expect(lines.at(-1)).toBe('');
    expect(lines.slice(0, 5).map((line) => line.slice(0, 2))).toEqual([
      'v=',
      'o=',
      's=',
      'i=',
      't=',
    ]);
  });

  it("carries the clip's own parameter sets, and the profile that the first one states", () => {
    const format = lines.find((line) => line.startsWith('a=fmtp:99 ')) ?? '';
    const sets = /sprop-parameter-sets=(\S+)$/.exec(format)?.[1]?.split(',') ?? [];
    const decoded = sets.map((set) => new Uint8Array(Buffer.from(set, 'base64')));
    expect(decoded).toEqual(clip.parameterSets.map((set) => new Uint8Array(set)));
    expect(decoded.map((set) => (set[0] ?? 0) & 0x1f)).toEqual([7, 8]);
    const level = Buffer.from(decoded[0] ?? [])
      .subarray(1, 4)
      .toString('hex');
    expect(format.toLowerCase()).toContain(`;profile-level-id=${level};`);
  });

  it('has one track for the picture and one for the sound, each with its address', () => {
    expect(lines.filter((line) => line.startsWith('m='))).toEqual([
      'm=video 0 RTP/AVP 99',
      'm=audio 7878 RTP/AVP 0',
    ]);
    expect(lines.filter((line) => line.startsWith('a=control:'))).toEqual([
      'a=control:*',
      'a=control:track1',
      'a=control:track2',
    ]);
    expect(lines).toContain('a=framerate:15.000000');
  });
});
