import { annexB } from './annex-b.ts';
import type { ClipFrame } from './flv-clip.ts';

const packetBytes = 188;
const syncByte = 0x47;
const patPid = 0;
const pmtPid = 0x1000;
const videoPid = 0x100;
const h264StreamType = 0x1b;
const pcrLeadTicks = 9000;
const ticksPerClock = 2 ** 33;

export interface PesPicture {
  readonly frame: ClipFrame;
  /** 90 kHz. */
  readonly ticks: number;
}

/** The 4-bit counters of each PID; carried from segment to segment. */
export interface Continuity {
  tables: number;
  video: number;
}

/** CRC-32 of MPEG-2 sections (ISO 13818-1, annex A). */
export function mpegCrc(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1)
      crc = crc & 0x8000_0000 ? (crc << 1) ^ 0x04c1_1db7 : crc << 1;
  }
  return crc >>> 0;
}

function tablePacket(pid: number, counter: number, section: readonly number[]): Uint8Array {
  const packet = new Uint8Array(packetBytes).fill(0xff);
  packet.set([syncByte, 0x40 | (pid >> 8), pid & 0xff, 0x10 | (counter & 15), 0, ...section]);
  const crc = mpegCrc(Uint8Array.from(section));
  new DataView(packet.buffer).setUint32(5 + section.length, crc);
  return packet;
}

const pat = [
  0x00,
  0xb0,
  0x0d,
  0x00,
  0x01,
  0xc1,
  0x00,
  0x00,
  0x00,
  0x01,
  0xe0 | (pmtPid >> 8),
  pmtPid & 0xff,
];
const pmt = [
  0x02,
  0xb0,
  0x12,
  0x00,
  0x01,
  0xc1,
  0x00,
  0x00,
  0xe0 | (videoPid >> 8),
  videoPid & 0xff,
  0xf0,
  0x00,
  h264StreamType,
  0xe0 | (videoPid >> 8),
  videoPid & 0xff,
  0xf0,
  0x00,
];

const delimiter = Uint8Array.of(9, 0xf0);

function pesPacket(picture: PesPicture, parameterSets: readonly Uint8Array[]): Uint8Array {
  const payload = annexB(picture.frame, parameterSets, [delimiter]);
  const t = picture.ticks;
  const high = Math.floor(t / 2 ** 30) & 7;
  const header = [
    0,
    0,
    1,
    0xe0,
    0,
    0,
    0x80,
    0x80,
    5,
    0x21 | (high << 1),
    (t >>> 22) & 0xff,
    1 | ((t >>> 14) & 0xfe),
    (t >>> 7) & 0xff,
    1 | ((t << 1) & 0xfe),
  ];
  const pes = new Uint8Array(header.length + payload.length);
  pes.set(header);
  pes.set(payload, header.length);
  return pes;
}

/** The adaptation field of a packet: the clock where given, then stuffing up to `bytes`. */
function adaptation(bytes: number, clock: { ticks: number; key: boolean } | null): number[] {
  if (bytes === 0) return [];
  if (bytes === 1) return [0];
  const field = [bytes - 1, clock === null ? 0 : 0x10 | (clock.key ? 0x40 : 0)];
  if (clock !== null) {
    const base = (clock.ticks - pcrLeadTicks + ticksPerClock) % ticksPerClock;
    const top = Math.floor(base / 2);
    field.push((top >>> 24) & 0xff, (top >>> 16) & 0xff, (top >>> 8) & 0xff, top & 0xff);
    field.push(((base & 1) << 7) | 0x7e, 0);
  }
  while (field.length < bytes) field.push(0xff);
  return field;
}

/** Writes a segment: tables first, then one PES packet per picture; moves the counters on. */
export function muxSegment(
  pictures: readonly PesPicture[],
  parameterSets: readonly Uint8Array[],
  counters: Continuity,
): Uint8Array {
  const packets = [
    tablePacket(patPid, counters.tables, pat),
    tablePacket(pmtPid, counters.tables, pmt),
  ];
  counters.tables = (counters.tables + 1) % 16;
  for (const picture of pictures) {
    const ticks = picture.ticks % ticksPerClock;
    const pes = pesPacket({ ...picture, ticks }, parameterSets);
    for (let at = 0; at < pes.length; ) {
      const first = at === 0;
      const clock = first ? { ticks, key: picture.frame.key } : null;
      const room = packetBytes - 4 - (first ? 8 : 0);
      const take = Math.min(room, pes.length - at);
      const field = adaptation(packetBytes - 4 - take, clock);
      const packet = new Uint8Array(packetBytes);
      packet.set([
        syncByte,
        (first ? 0x40 : 0) | (videoPid >> 8),
        videoPid & 0xff,
        (field.length > 0 ? 0x30 : 0x10) | counters.video,
        ...field,
      ]);
      packet.set(pes.subarray(at, at + take), packetBytes - take);
      counters.video = (counters.video + 1) % 16;
      packets.push(packet);
      at += take;
    }
  }
  const segment = new Uint8Array(packets.length * packetBytes);
  for (const [index, packet] of packets.entries()) segment.set(packet, index * packetBytes);
  return segment;
}
