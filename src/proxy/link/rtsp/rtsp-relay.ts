import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { DeviceError } from '../../../domain/device-error.ts';
import { deviceFault } from '../device-fault.ts';
import { defaultLinkLimits } from '../link-limits.ts';
import { countAsOwn } from '../own-listeners.ts';
import type { RtspDial } from '../rtsp-dial.ts';
import { RtspConversation, type RtspSides } from './rtsp-conversation.ts';

export interface RtspRelay {
  /** Where a program on this machine finds the stream, once, without an account. */
  readonly address: string;
  /** Why the stream could not be had, where the device or its connection said so. */
  readonly fault: () => DeviceError | null;
  readonly close: () => void;
}

const loopback = '127.0.0.1';
const secretBytes = 16;
/** One program comes; whoever else on this machine tries is turned away. */
const mostStrangers = 4;

/**
 * A way to one stream for a program that speaks RTSP. The program learns neither the account nor
 * the device, so it can neither show the one nor be led from the other to a third.
 */
export async function openRtspRelay(
  dial: RtspDial,
  dialMs = defaultLinkLimits.dialMs,
): Promise<RtspRelay> {
  const secret = randomBytes(secretBytes).toString('hex');
  const sockets = new Set<Socket>();
  let alias = '';
  let fault: DeviceError | null = null;
  let conversation: RtspConversation | null = null;
  const keep = (socket: Socket) => {
    sockets.add(socket.setNoDelay(true));
    socket.once('close', () => sockets.delete(socket));
  };
  const server = createServer((program) => {
    keep(program);
    program.on('error', () => program.destroy());
    program.once('data', (first: Buffer) => {
      // The program sends its first request whole; its line is far shorter than a packet.
      if (conversation !== null || !first.toString('latin1').includes(` ${alias} `)) {
        program.destroy();
        return;
      }
      server.close();
      const device = dial.begin();
      keep(device);
      conversation = new RtspConversation(dial, alias, sides(program, device));
      join({ program, device, conversation, dialMs, first }, (found) => {
        fault ??= found;
      });
    });
  });
  server.maxConnections = mostStrangers;
  countAsOwn(server);
  server.listen(0, loopback);
  await once(server, 'listening');
  alias = `rtsp://${loopback}:${(server.address() as AddressInfo).port}/${secret}`;
  return {
    address: alias,
    fault: () => conversation?.fault ?? fault,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function sides(program: Socket, device: Socket): RtspSides {
  return {
    toDevice: (bytes) => void device.write(bytes),
    toProgram: (bytes) => {
      if (program.write(bytes)) return;
      device.pause();
      program.once('drain', () => device.resume());
    },
  };
}

interface Joint {
  readonly program: Socket;
  readonly device: Socket;
  readonly conversation: RtspConversation;
  readonly dialMs: number;
  /** What the program has sent already. */
  readonly first: Buffer;
}

function join(
  { program, device, conversation, dialMs, first }: Joint,
  onFault: (fault: DeviceError) => void,
): void {
  const give = (error: unknown) => {
    onFault(deviceFault(error, 'stream'));
    device.destroy();
    program.destroy();
  };
  const guarded = (take: (chunk: Buffer) => void) => (chunk: Buffer) => {
    try {
      take(chunk);
    } catch (error) {
      give(error);
    }
  };
  const fromProgram = guarded((chunk) => conversation.fromProgram.push(chunk));
  const tooLong = new DeviceError('timeout', 'dial-timeout', { operation: 'stream' });
  const deadline = setTimeout(() => give(tooLong), dialMs);
  device.once(device instanceof TLSSocket ? 'secureConnect' : 'connect', () =>
    clearTimeout(deadline),
  );
  device.on('error', give);
  device.once('close', () => {
    clearTimeout(deadline);
    program.end();
  });
  device.on(
    'data',
    guarded((chunk) => conversation.fromDevice.push(chunk)),
  );
  program.once('close', () => device.destroy());
  program.on('data', fromProgram);
  fromProgram(first);
}
