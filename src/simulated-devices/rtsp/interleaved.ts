const dollar = 0x24;
const prefixBytes = 4;

/** A packet behind `$`, its channel and its length (RFC 2326, 10.12). */
export function interleave(channel: number, packet: Uint8Array): Buffer {
  const framed = Buffer.alloc(prefixBytes + packet.length);
  framed[0] = dollar;
  framed[1] = channel;
  framed.writeUInt16BE(packet.length, 2);
  framed.set(packet, prefixBytes);
  return framed;
}

export interface InterleavedPacket {
  readonly channel: number;
  readonly packet: Buffer;
  /** Of prefix and packet together. */
  readonly bytes: number;
}

/** The packet at the start of what was received; null while it is incomplete or is none. */
export function readInterleaved(received: Buffer): InterleavedPacket | null {
  if (received[0] !== dollar || received.length < prefixBytes) return null;
  const bytes = prefixBytes + received.readUInt16BE(2);
  if (received.length < bytes) return null;
  return { channel: received[1] ?? 0, packet: received.subarray(prefixBytes, bytes), bytes };
}

export function beginsInterleaved(received: Buffer): boolean {
  return received[0] === dollar;
}

export function splitInterleaved(frames: Uint8Array): InterleavedPacket[] {
  const packets: InterleavedPacket[] = [];
  let rest = Buffer.from(frames.buffer, frames.byteOffset, frames.byteLength);
  for (let next = readInterleaved(rest); next !== null; next = readInterleaved(rest)) {
    packets.push(next);
    rest = rest.subarray(next.bytes);
  }
  return packets;
}
