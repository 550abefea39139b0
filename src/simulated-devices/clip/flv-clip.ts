/** One coded picture of a clip. */
export interface ClipFrame {
  readonly timestampMs: number;
  readonly key: boolean;
  /** The FLV video tag body as stored: its header, then length-prefixed NAL units. */
  readonly body: Uint8Array;
}

/** A clip of H.264 or H.265 pictures, read from an FLV file. */
export interface Clip {
  /** The FLV tag body that carries the decoder configuration record. */
  readonly configuration: Uint8Array;
  readonly parameterSets: readonly Uint8Array[];
  readonly frames: readonly ClipFrame[];
  readonly framesPerSecond: number;
}

const tagHeaderBytes = 11;
const videoTag = 9;
const avc = 7;
/** AVCPacketType: 0 configuration, 1 NAL units, 2 end of sequence. */
const configurationPacket = 0;
const configurationTagHeaderBytes = 5;
/** Enhanced RTMP: this bit of the first byte, the packet type in the low four, then a FourCC. */
const enhancedFlag = 0x80;
const hvc1 = 'hvc1';
/** Enhanced packet types: 1 with a composition time of three bytes before the picture, 3 without. */
const codedFrames = 1;
const codedFramesX = 3;

export type ClipCodec = 'h264' | 'h265';

/** Reads the pictures of an FLV file; null when it holds neither H.264 nor H.265. */
export function readFlvClip(file: Uint8Array): Clip | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 13 || file[0] !== 0x46 || file[1] !== 0x4c || file[2] !== 0x56) return null;
  let configuration: Uint8Array | null = null;
  const frames: ClipFrame[] = [];
  let at = view.getUint32(5) + 4;
  while (at + tagHeaderBytes <= file.length) {
    const size = view.getUint32(at) & 0xff_ffff;
    const timestampMs = ((view.getUint8(at + 7) << 24) | (view.getUint32(at + 4) >>> 8)) >>> 0;
    const body = file.subarray(at + tagHeaderBytes, at + tagHeaderBytes + size);
    if (view.getUint8(at) === videoTag) {
      const kind = packetOf(body);
      if (kind === 'configuration') configuration = body;
      else if (kind === 'picture')
        frames.push({ timestampMs, key: (((body[0] ?? 0) >> 4) & 7) === 1, body });
    }
    at += tagHeaderBytes + size + 4;
  }
  if (configuration === null || frames[0]?.key !== true) return null;
  const lengthMs = frames.at(-1)?.timestampMs ?? 0;
  const framesPerSecond = Math.round(((frames.length - 1) * 1000) / lengthMs);
  return {
    configuration,
    parameterSets: readParameterSets(configuration),
    frames,
    framesPerSecond,
  };
}

function isEnhanced(body: Uint8Array): boolean {
  return ((body[0] ?? 0) & enhancedFlag) !== 0;
}

function packetOf(body: Uint8Array): 'configuration' | 'picture' | 'other' {
  const first = body[0] ?? 0;
  if (!isEnhanced(body)) {
    if ((first & 0x0f) !== avc) return 'other';
    if (body[1] === configurationPacket) return 'configuration';
    return body[1] === 1 ? 'picture' : 'other';
  }
  if (Buffer.from(body.subarray(1, 5)).toString('latin1') !== hvc1) return 'other';
  const type = first & 0x0f;
  if (type === configurationPacket) return 'configuration';
  return type === codedFrames || type === codedFramesX ? 'picture' : 'other';
}

export function clipCodec({ configuration }: Clip): ClipCodec {
  return isEnhanced(configuration) ? 'h265' : 'h264';
}

/** VPS, SPS and PPS from the decoder configuration record (ISO 14496-15, 5.2.4 and 8.3.3). */
function readParameterSets(configuration: Uint8Array): Uint8Array[] {
  const record = configuration.subarray(configurationTagHeaderBytes);
  const sets: Uint8Array[] = [];
  let at = isEnhanced(configuration) ? 22 : 5;
  const readSets = (count: number): void => {
    for (let i = 0; i < count; i += 1) {
      const size = ((record[at] ?? 0) << 8) | (record[at + 1] ?? 0);
      sets.push(record.subarray(at + 2, at + 2 + size));
      at += 2 + size;
    }
  };
  if (isEnhanced(configuration)) {
    const arrays = record[at] ?? 0;
    at += 1;
    for (let i = 0; i < arrays; i += 1) {
      const count = ((record[at + 1] ?? 0) << 8) | (record[at + 2] ?? 0);
      at += 3;
      readSets(count);
    }
    return sets;
  }
  for (const mask of [0x1f, 0xff]) {
    const count = (record[at] ?? 0) & mask;
    at += 1;
    readSets(count);
  }
  return sets;
}

/** The NAL units of a picture behind their four-byte lengths, as MP4 stores them too. */
export function lengthPrefixed({ body }: ClipFrame): Uint8Array {
  const withTime = isEnhanced(body) && ((body[0] ?? 0) & 0x0f) === codedFrames;
  return body.subarray(configurationTagHeaderBytes + (withTime ? 3 : 0));
}

/** The NAL units of a picture, without their length prefixes. */
export function nalUnits(frame: ClipFrame): Uint8Array[] {
  const bytes = lengthPrefixed(frame);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units: Uint8Array[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const size = view.getUint32(at);
    units.push(bytes.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return units;
}

/** Writes an FLV tag, with the length of the tag after it. */
export function flvVideoTag(body: Uint8Array, timestampMs: number): Uint8Array {
  const tag = new Uint8Array(tagHeaderBytes + body.length + 4);
  const view = new DataView(tag.buffer);
  view.setUint32(0, (videoTag << 24) | body.length);
  view.setUint32(4, ((timestampMs & 0xff_ffff) << 8) | ((timestampMs >>> 24) & 0xff));
  tag.set(body, tagHeaderBytes);
  view.setUint32(tagHeaderBytes + body.length, tagHeaderBytes + body.length);
  return tag;
}

/** "FLV", version 1, video only, then the empty first back pointer. */
export const flvHeader: Uint8Array = Uint8Array.of(0x46, 0x4c, 0x56, 1, 1, 0, 0, 0, 9, 0, 0, 0, 0);
