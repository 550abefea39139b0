import { setTimeout as rest } from 'node:timers/promises';
import { DeviceError } from '../../../domain/device-error.ts';
import type { Peek } from '../../../protocols/protocol.ts';
import { deviceFault } from '../device-fault.ts';
import type { LinkLimits } from '../link-limits.ts';
import type { RtspDial } from '../rtsp-dial.ts';
import { bareType } from '../transport.ts';
import { RtspConversation } from './rtsp-conversation.ts';
import { RtspCutter } from './rtsp-cutter.ts';
import { type RtspMessage, rtspBytes, rtspHeaders, rtspStatus } from './rtsp-message.ts';

const headBytes = 4096;
/** A server that shares one source takes it down when the last one leaves, and is busy meanwhile. */
const restsMs = [150, 400, 800];
const busy = 503;

/** Looks again after a rest where the device is still busy with the look before. */
export async function describePatiently(
  look: () => Promise<Peek>,
  signal: AbortSignal,
): Promise<Peek> {
  for (const restMs of restsMs) {
    const peek = await look();
    if (peek.status !== busy) return peek;
    await rest(restMs, undefined, { signal });
  }
  return look();
}

/**
 * Asks a device what its stream is (RFC 2326, section 10.2) and hangs up. A refusal is an answer
 * as well, and so is a redirect, which is not followed.
 * @throws DeviceError where nothing answers
 */
export async function describeRtsp(
  dial: RtspDial,
  { callDeadlineMs }: Pick<LinkLimits, 'callDeadlineMs'>,
  signal: AbortSignal,
): Promise<Peek> {
  const device = dial.begin();
  const end = (fault: DeviceError) => device.destroy(fault);
  const stop = () => end(new DeviceError('unreachable', 'stopped'));
  const late = setTimeout(() => end(new DeviceError('timeout', 'answer-timeout')), callDeadlineMs);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    const answer = await new Promise<RtspMessage>((resolve, reject) => {
      const answers = new RtspCutter({ message: resolve, packets: () => undefined });
      const conversation = new RtspConversation(dial, dial.address, {
        toDevice: (bytes) => void device.write(bytes),
        toProgram: (bytes) => answers.push(bytes),
      });
      device.on('error', reject);
      device.once('close', () => reject(new DeviceError('unreachable', 'connection-lost')));
      device.on('data', (chunk) => {
        try {
          conversation.fromDevice.push(chunk);
        } catch (error) {
          reject(deviceFault(error));
        }
      });
      conversation.fromProgram.push(question(dial));
    });
    if (dial.credentials !== null && rtspStatus(answer) === 200) dial.settle('accepted');
    if (dial.credentials !== null && rtspStatus(answer) === 401) dial.settle('refused');
    return peekOf(answer);
  } catch (error) {
    const fault = deviceFault(error, 'peek');
    if (fault.reason !== 'redirected') throw fault;
    return { ...nothing, status: Number(fault.detail) };
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', stop);
    dial.settle('silent');
    device.destroy();
  }
}

function question({ address }: RtspDial): Buffer {
  return rtspBytes({
    line: `DESCRIBE ${address} RTSP/1.0`,
    headers: [
      ['CSeq', '1'],
      ['Accept', 'application/sdp'],
    ],
    body: Buffer.alloc(0),
  });
}

const nothing: Omit<Peek, 'status'> = {
  contentType: '',
  contentTypeLine: '',
  server: '',
  authenticate: '',
  head: new Uint8Array(),
};

function peekOf(message: RtspMessage): Peek {
  const value = (name: string) => rtspHeaders(message, name)[0] ?? '';
  const encoding = value('content-encoding').trim().toLowerCase();
  if (encoding !== '' && encoding !== 'identity') {
    throw new DeviceError('malformed-reply', 'encoding-refused', { detail: encoding });
  }
  return {
    status: rtspStatus(message) ?? 0,
    contentType: bareType(value('content-type')),
    contentTypeLine: value('content-type'),
    server: value('server'),
    authenticate: value('www-authenticate'),
    head: message.body.subarray(0, headBytes),
  };
}
