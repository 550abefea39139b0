import { DeviceError } from '../../../domain/device-error.ts';
import type { DeviceStream } from '../../../domain/stream.ts';
import type { Peek } from '../../../protocols/protocol.ts';
import { deviceFault } from '../device-fault.ts';
import { bareType } from '../transport.ts';
import { dialRtsp, type RtspDevice } from './rtsp-dial.ts';
import { RtspExchange } from './rtsp-exchange.ts';
import { type RtspMessage, RtspReader, valuesOf, writeMessage } from './rtsp-reader.ts';

const headBytes = 4096;

/**
 * Asks a device what its stream is (RFC 2326, 10.2) and hangs up. A refusal is an answer as well.
 * @throws DeviceError where nothing answers
 */
export async function describeRtsp(
  to: RtspDevice,
  place: Pick<DeviceStream, 'target' | 'port'>,
  signal: AbortSignal,
): Promise<Peek> {
  const { device, account, settle, target, there, address } = await dialRtsp(to, place, signal);
  const reader = new RtspReader();
  const answered = new Promise<Peek>((resolve, reject) => {
    const exchange = new RtspExchange({ here: there, there, address }, account, {
      toDevice: (bytes) => device.write(bytes),
      toProgram: (bytes) => {
        for (const item of reader.push(bytes)) if (item.kind === 'message') resolve(peekOf(item));
      },
      accepted: () => settle('accepted'),
    });
    device.on('data', (chunk) => {
      try {
        exchange.fromDevice(chunk);
      } catch (error) {
        const fault = deviceFault(error, 'peek');
        if (fault.reason === 'login-refused') settle('refused');
        const status = Number(fault.detail);
        if (Number.isInteger(status)) resolve(refusal(status));
        else reject(fault);
      }
    });
    device.on('error', reject);
    device.on('close', () => reject(new DeviceError('unreachable', 'connection-lost')));
    const asked = writeMessage(`DESCRIBE ${there}${target} RTSP/1.0`, [
      ['CSeq', '1'],
      ['Accept', 'application/sdp'],
    ]);
    exchange.fromProgram(asked);
  });
  const late = setTimeout(
    () => device.destroy(new DeviceError('timeout', 'answer-timeout')),
    to.limits.callDeadlineMs,
  );
  const stop = () => device.destroy(new DeviceError('unreachable', 'stopped'));
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await answered;
  } catch (error) {
    throw deviceFault(error, 'peek');
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', stop);
    settle('silent');
    device.destroy();
  }
}

function peekOf(message: RtspMessage): Peek {
  const value = (name: string) => valuesOf(message, name)[0] ?? '';
  return {
    status: Number(message.startLine.split(' ')[1]),
    contentType: bareType(value('content-type')),
    contentTypeLine: value('content-type'),
    server: value('server'),
    authenticate: value('www-authenticate'),
    head: message.body.subarray(0, headBytes),
  };
}

function refusal(status: number): Peek {
  const nothing = { contentType: '', contentTypeLine: '', server: '', authenticate: '' };
  return { status, ...nothing, head: new Uint8Array() };
}
