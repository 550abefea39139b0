/** FLV bytes for tests, written by the layout of Adobe's specification, annex E. */
export const flvHeader = Buffer.from([0x46, 0x4c, 0x56, 1, 5, 0, 0, 0, 9, 0, 0, 0, 0]);

export function flvTag(type: number, timestampMs: number, payload: Uint8Array): Buffer {
  const tag = Buffer.alloc(11 + payload.length + 4);
  tag.writeUInt8(type, 0);
  tag.writeUIntBE(payload.length, 1, 3);
  tag.writeUIntBE(timestampMs & 0xffffff, 4, 3);
  tag.writeUInt8((timestampMs >>> 24) & 0xff, 7);
  tag.set(payload, 11);
  tag.writeUInt32BE(11 + payload.length, 11 + payload.length);
  return tag;
}

const filled = (start: readonly number[], bytes: number) =>
  Buffer.concat([Buffer.from(start), Buffer.alloc(bytes, 0x55)]);

export const script = flvTag(18, 0, Buffer.from([2, 0, 10, ...Buffer.from('onMetaData')]));
export const avcConfiguration = flvTag(9, 0, filled([0x17, 0, 0, 0, 0], 20));
export const aacConfiguration = flvTag(8, 0, Buffer.from([0xaf, 0, 0x12, 0x10]));
export const keyFrame = (ms: number, bytes = 200) =>
  flvTag(9, ms, filled([0x17, 1, 0, 0, 0], bytes));
export const interFrame = (ms: number, bytes = 50) =>
  flvTag(9, ms, filled([0x27, 1, 0, 0, 0], bytes));
export const sound = (ms: number) => flvTag(8, ms, filled([0xaf, 1], 30));
export const opening = [flvHeader, script, avcConfiguration, aacConfiguration];
