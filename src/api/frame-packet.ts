/**
 * A picture on `/ws/frames`, little-endian:
 * byte 0 version (1) · byte 1 flags (bit 0: same bytes as the picture before) · bytes 2-3 zero ·
 * bytes 4-7 feed number · bytes 8-15 float64 epoch ms at which the proxy had the whole picture ·
 * then the JPEG. A repeated picture carries no JPEG.
 * The packet is the same for every viewer of a feed, so that the proxy writes it without copying.
 */
export const framePacketHeaderBytes = 16;
const version = 1;
const repeatedFlag = 1;

export interface FramePacketHeader {
  readonly feed: number;
  readonly receivedAtMs: number;
  /** The source sent the very same bytes again: it is alive, its picture is not. */
  readonly repeated: boolean;
}

/** Writes the header into the first 16 bytes of `packet`. */
export function writeFramePacketHeader(packet: Uint8Array, header: FramePacketHeader): void {
  const view = new DataView(packet.buffer, packet.byteOffset, framePacketHeaderBytes);
  view.setUint8(0, version);
  view.setUint8(1, header.repeated ? repeatedFlag : 0);
  view.setUint16(2, 0);
  view.setUint32(4, header.feed, true);
  view.setFloat64(8, header.receivedAtMs, true);
}

/** @returns null for a packet of another version or one that is too short. */
export function readFramePacketHeader(packet: ArrayBuffer): FramePacketHeader | null {
  if (packet.byteLength < framePacketHeaderBytes) return null;
  const view = new DataView(packet);
  if (view.getUint8(0) !== version) return null;
  return {
    feed: view.getUint32(4, true),
    receivedAtMs: view.getFloat64(8, true),
    repeated: (view.getUint8(1) & repeatedFlag) !== 0,
  };
}
