/** One coded picture of a clip. */
export interface ClipFrame {
  readonly timestampMs: number;
  readonly key: boolean;
  /** The FLV video tag body as stored: 5 header bytes, then length-prefixed NAL units. */
  readonly body: Uint8Array;
}

/** A clip of H.264 pictures, read from an FLV file. */
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
const pictureTagHeaderBytes = 5;

/** Reads the pictures of an FLV file; null when it holds no H.264. */
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
    if (view.getUint8(at) === videoTag && ((body[0] ?? 0) & 0x0f) === avc) {
      if (body[1] === configurationPacket) configuration = body;
      else if (body[1] === 1) frames.push({ timestampMs, key: (body[0] ?? 0) >> 4 === 1, body });
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

/** SPS and PPS from an AVCDecoderConfigurationRecord (ISO 14496-15, 5.2.4). */
function readParameterSets(configuration: Uint8Array): Uint8Array[] {
  const record = configuration.subarray(pictureTagHeaderBytes);
  const sets: Uint8Array[] = [];
  let at = 5;
  for (const mask of [0x1f, 0xff]) {
    const count = (record[at] ?? 0) & mask;
    at += 1;
    for (let i = 0; i < count; i += 1) {
      const size = ((record[at] ?? 0) << 8) | (record[at + 1] ?? 0);
      sets.push(record.subarray(at + 2, at + 2 + size));
      at += 2 + size;
    }
  }
  return sets;
}

/** The NAL units of a picture, without their length prefixes. */
export function nalUnits(frame: ClipFrame): Uint8Array[] {
  const bytes = frame.body.subarray(pictureTagHeaderBytes);
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
