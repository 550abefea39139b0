/** What a packet carries beside its payload; sequence number and source are the sender's affair. */
export interface RtpHeader {
  readonly payloadType: number;
  /** Set on the last packet of a picture (RFC 6184, 5.1). */
  readonly marker: boolean;
  /** In ticks of the payload's clock; counted modulo 2^32. */
  readonly timestamp: number;
}

export const rtpHeaderBytes = 12;
const fuA = 28;

/**
 * RTP payloads of NAL units (RFC 6184): each small unit alone, each large one as FU-A fragments
 * (5.8) of at most `mostBytes`, their two header bytes included.
 */
export function nalPayloads(units: readonly Uint8Array[], mostBytes: number): Uint8Array[] {
  return units.flatMap((unit) => (unit.length <= mostBytes ? [unit] : fragments(unit, mostBytes)));
}

function fragments(unit: Uint8Array, mostBytes: number): Uint8Array[] {
  const header = unit[0] ?? 0;
  const room = mostBytes - 2;
  const pieces: Uint8Array[] = [];
  for (let at = 1; at < unit.length; at += room) {
    const end = Math.min(unit.length, at + room);
    const piece = new Uint8Array(2 + end - at);
    piece[0] = (header & 0xe0) | fuA;
    piece[1] = (at === 1 ? 0x80 : 0) | (end === unit.length ? 0x40 : 0) | (header & 0x1f);
    piece.set(unit.subarray(at, end), 2);
    pieces.push(piece);
  }
  return pieces;
}

/** A packet with sequence number and source left at zero (RFC 3550, 5.1). */
export function rtpPacket(
  { payloadType, marker, timestamp }: RtpHeader,
  payload: Uint8Array,
): Buffer {
  const packet = Buffer.alloc(rtpHeaderBytes + payload.length);
  packet[0] = 0x80;
  packet[1] = (marker ? 0x80 : 0) | payloadType;
  packet.writeUInt32BE(modulo32(timestamp), 4);
  packet.set(payload, rtpHeaderBytes);
  return packet;
}

/** Fills in whose packet it is and which; returns a copy, since all viewers share the packet. */
export function stampPacket(packet: Uint8Array, sequence: number, source: number): Buffer {
  const stamped = Buffer.from(packet);
  stamped.writeUInt16BE(sequence & 0xffff, 2);
  stamped.writeUInt32BE(modulo32(source), 8);
  return stamped;
}

export function modulo32(value: number): number {
  return ((value % 2 ** 32) + 2 ** 32) % 2 ** 32;
}
