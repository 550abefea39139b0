import { DeviceError } from '../../domain/device-error.ts';

const syncByte = 0x47;
const tsPacketBytes = 188;
const boxes = new Set(['ftyp', 'styp', 'moof', 'moov', 'sidx', 'prft', 'emsg', 'free']);

/**
 * The type of an HLS segment, by its bytes alone: what the device says of it is never passed on.
 * @throws DeviceError when it is none
 */
export function segmentType(bytes: Buffer): string {
  if (bytes.length === 0) throw new DeviceError('malformed-reply', 'empty-reply');
  // Two packets at least: the tables come before any picture, and GIF begins with the sync byte too.
  const isTs = bytes[0] === syncByte && bytes[tsPacketBytes] === syncByte;
  if (isTs) return 'video/mp2t';
  if (boxes.has(bytes.toString('latin1', 4, 8))) return 'video/mp4';
  const isAdts = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0;
  if (isAdts || bytes.toString('latin1', 0, 3) === 'ID3') return 'audio/aac';
  const isHtml = /^\s*</.test(bytes.toString('latin1', 0, 64));
  throw new DeviceError('malformed-reply', isHtml ? 'html-page' : 'not-a-stream');
}
