import { createSocket, type Socket as DatagramSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { interleave } from './interleaved.ts';
import type { AskedTransport } from './transport-header.ts';

/** The way on which the packets of one track reach a client. */
export interface PacketWay {
  /** The `Transport` header that grants it. */
  readonly header: string;
  send(packet: Uint8Array, kind: 'rtp' | 'rtcp'): void;
  waitingBytes(): number;
  close(): void;
}

/** Packets between the replies of the RTSP connection. */
export function interleavedWay(socket: Socket, channel: number): PacketWay {
  return {
    header: `RTP/AVP/TCP;unicast;interleaved=${channel}-${channel + 1}`,
    send: (packet, kind) => {
      if (!socket.destroyed)
        socket.write(interleave(kind === 'rtp' ? channel : channel + 1, packet));
    },
    waitingBytes: () => socket.writableLength,
    close: () => undefined,
  };
}

const loopback = '127.0.0.1';
const mostAttempts = 20;

async function bound(port: number): Promise<DatagramSocket | null> {
  const socket = createSocket('udp4');
  try {
    socket.bind(port, loopback);
    await once(socket, 'listening');
    return socket;
  } catch {
    socket.close();
    return null;
  }
}

/** An even port for packets and the odd one above it for reports (RFC 3550, 11). */
async function boundPair(): Promise<readonly [DatagramSocket, DatagramSocket] | null> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const first = await bound(0);
    const port = first?.address().port ?? 1;
    const second = first !== null && port % 2 === 0 ? await bound(port + 1) : null;
    if (first !== null && second !== null) return [first, second];
    first?.close();
  }
  return null;
}

/** Datagrams to the host that asked, never to another that it names; null when no ports are free. */
export async function datagramWay(
  asked: AskedTransport & { kind: 'udp' },
  host: string,
  onReport: () => void,
): Promise<PacketWay | null> {
  const pair = await boundPair();
  if (pair === null) return null;
  const [rtp, rtcp] = pair;
  const ignore = (): void => undefined;
  // A client that left answers with "port unreachable"; its session ends by time-out.
  for (const socket of pair) socket.on('error', ignore);
  rtcp.on('message', onReport);
  const ports = `client_port=${asked.rtpPort}-${asked.rtcpPort};server_port=${rtp.address().port}-${rtcp.address().port}`;
  return {
    header: `RTP/AVP;unicast;destination=${host};source=${loopback};${ports}`,
    send: (packet, kind) => {
      if (kind === 'rtp') rtp.send(packet, asked.rtpPort, host, ignore);
      else rtcp.send(packet, asked.rtcpPort, host, ignore);
    },
    waitingBytes: () => 0,
    close: () => {
      for (const socket of pair) socket.close();
    },
  };
}
