import { describe, expect, it } from 'vitest';
import { loadClip } from './clip-files.ts';
import { nalUnits, type readFlvClip } from './flv-clip.ts';
import { HlsWindow } from './hls-window.ts';
import { mpegCrc } from './ts-muxer.ts';

const clip = loadClip('ch1sub') ?? readClipOrFail();
const minute = Date.UTC(2026, 10, 21, 5, 47, 0);
const firstOfMinute = minute / 1000;

function readClipOrFail(): NonNullable<ReturnType<typeof readFlvClip>> {
  throw new TypeError('the clips are missing');
}

interface Packet {
  readonly pid: number;
  readonly starts: boolean;
  readonly counter: number;
  readonly clock: number | null;
  readonly payload: Uint8Array;
}

/** Reads a transport stream by ISO 13818-1, sharing no code with the writer. */
function packetsOf(segment: Uint8Array): Packet[] {
  expect(segment.length % 188).toBe(0);
  return Array.from({ length: segment.length / 188 }, (_, index) => {
    const p = segment.subarray(index * 188, index * 188 + 188);
    const at = (offset: number): number => p[offset] ?? 0;
    expect(at(0)).toBe(0x47);
    const fieldBytes = (at(3) & 0x20) === 0 ? 0 : at(4) + 1;
    const hasClock = fieldBytes > 1 && (at(5) & 0x10) !== 0;
    return {
      pid: ((at(1) & 0x1f) << 8) | at(2),
      starts: (at(1) & 0x40) !== 0,
      counter: at(3) & 15,
      clock: hasClock
        ? (at(6) * 2 ** 24 + at(7) * 2 ** 16 + at(8) * 2 ** 8 + at(9)) * 2 + (at(10) >> 7)
        : null,
      payload: p.subarray(4 + fieldBytes),
    };
  });
}

function picturesOf(packets: readonly Packet[]): { pts: number; bytes: Buffer }[] {
  const groups: Uint8Array[][] = [];
  for (const { pid, starts, payload } of packets) {
    if (pid !== 0x100) continue;
    if (starts) groups.push([]);
    groups.at(-1)?.push(payload);
  }
  return groups.map((group) => {
    const pes = Buffer.concat(group);
    const pts =
      ((pes.readUInt8(9) >> 1) & 7) * 2 ** 30 +
      (pes.readUInt16BE(10) >> 1) * 2 ** 15 +
      (pes.readUInt16BE(12) >> 1);
    return { pts, bytes: pes.subarray(14) };
  });
}

/** The six segments around a minute's end, as a player would fetch them. */
function aroundTheMinute(): Packet[] {
  const window = new HlsWindow(clip);
  return [-3, -2, -1, 0, 1, 2].flatMap((step) => {
    const segment = window.segment(firstOfMinute + step, minute + 3_500);
    return packetsOf(segment ?? new Uint8Array());
  });
}

describe('segments', () => {
  it('begin with tables whose checksums are right', () => {
    const [pat, pmt] = packetsOf(
      new HlsWindow(clip).segment(firstOfMinute, minute + 1000) ?? new Uint8Array(),
    );
    expect(pat).toMatchObject({ pid: 0, starts: true });
    expect(pmt).toMatchObject({ pid: 0x1000, starts: true });
    for (const table of [pat, pmt]) {
      const section = table?.payload.subarray(1) ?? new Uint8Array();
      expect(
        mpegCrc(section.subarray(0, 3 + (((section[1] ?? 0) & 15) << 8) + (section[2] ?? 0))),
      ).toBe(0);
    }
  });

  it('keep every continuity counter going, over the minute as well', () => {
    const last = new Map<number, number>();
    const packets = aroundTheMinute();
    for (const { pid, counter } of packets) {
      const before = last.get(pid);
      if (before !== undefined) expect(counter).toBe((before + 1) % 16);
      last.set(pid, counter);
    }
    expect([...last.keys()].sort()).toEqual([0, 0x100, 0x1000]);
    expect(packets.length).toBeGreaterThan(60);
  });

  it('carry pictures 1/15 s apart without a step back, each with a clock a little before it', () => {
    const packets = aroundTheMinute();
    const pts = picturesOf(packets).map((picture) => picture.pts);
    expect(pts).toHaveLength(90);
    const gaps = pts.slice(1).map((value, index) => value - (pts[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(66 * 90);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(67 * 90);
    const clocks = packets.flatMap(({ clock }) => (clock === null ? [] : [clock]));
    expect(clocks.map((clock, index) => (pts[index] ?? 0) - clock)).toEqual(clocks.map(() => 9000));
  });

  it('carry exactly the pictures of the clip, parameter sets before each key picture', () => {
    const segment =
      new HlsWindow(clip).segment(firstOfMinute + 7, minute + 8000) ?? new Uint8Array();
    const start = Buffer.of(0, 0, 0, 1);
    const expected = clip.frames
      .slice(105, 120)
      .map((frame) =>
        Buffer.concat(
          [
            Buffer.of(9, 0xf0),
            ...(frame.key ? clip.parameterSets : []),
            ...nalUnits(frame),
          ].flatMap((unit) => [start, unit]),
        ),
      );
    expect(picturesOf(packetsOf(segment)).map(({ bytes }) => bytes)).toEqual(expected);
  });

  it('exist only once whole, and for a while after they left the window', () => {
    const window = new HlsWindow(clip);
    expect(window.segment(firstOfMinute, minute + 999)).toBeNull();
    expect(window.segment(firstOfMinute, minute + 1000)).not.toBeNull();
    expect(window.segment(firstOfMinute, minute + 12_000)).not.toBeNull();
    expect(window.segment(firstOfMinute, minute + 13_000)).toBeNull();
  });
});

describe('playlist', () => {
  it('shows the last six whole seconds and rises with the wall clock over a minute', () => {
    const window = new HlsWindow(clip);
    for (const seconds of [-1, 0, 1, 59, 60]) {
      const now = minute + seconds * 1000 + 250;
      const first = firstOfMinute + seconds - 6;
      expect(window.segmentsAt(now)).toEqual([0, 1, 2, 3, 4, 5].map((i) => first + i));
      expect(window.playlist(now)).toContain(`#EXT-X-MEDIA-SEQUENCE:${first}\n`);
    }
  });

  it('is a live playlist of one-second segments with their date', () => {
    const lines = new HlsWindow(clip).playlist(minute).split('\n');
    expect(lines[0]).toBe('#EXTM3U');
    expect(lines).toContain('#EXT-X-TARGETDURATION:1');
    expect(lines).toContain('#EXT-X-PROGRAM-DATE-TIME:2026-11-21T05:46:54.000Z');
    expect(lines.filter((line) => line.endsWith('.ts'))).toHaveLength(6);
    expect(lines).not.toContain('#EXT-X-ENDLIST');
  });
});
