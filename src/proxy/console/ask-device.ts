import { DeviceError } from '../../domain/device-error.ts';
import type { EndpointCall, ReplyKind } from '../../protocols/protocol.ts';
import type { DeviceConnection } from '../link/device-connection.ts';
import { type Beginning, readBeginning } from '../link/read-beginning.ts';

export interface Exchange extends Beginning {
  readonly status: number;
  readonly contentType: string;
  readonly contentTypeLine: string;
}

const wholeText = { maximumBytes: 1024 * 1024, deadlineMs: 10_000 };
const picture = { maximumBytes: 2 * 1024 * 1024, deadlineMs: 10_000 };
/** Enough to see what it is; what never ends is left after a moment. */
const firstBytes = { maximumBytes: 64 * 1024, deadlineMs: 3000 };

const bounds: Partial<Record<ReplyKind, typeof wholeText>> = {
  jpeg: picture,
  stream: firstBytes,
  socket: firstBytes,
  file: firstBytes,
};

/**
 * Asks one row once.
 * @throws DeviceError where no answer came, `other-port` where none can come, or `stopped` when the person no longer waits
 */
export async function askDevice(
  connection: DeviceConnection,
  call: EndpointCall,
  signal: AbortSignal,
): Promise<Exchange> {
  if (call.endpoint.otherPort) throw new DeviceError('unsupported', 'other-port');
  const { status, contentType, contentTypeLine, body } = await connection.openAnswer(call, signal);
  const read = await readBeginning(body, bounds[call.endpoint.reply] ?? wholeText);
  if (signal.aborted) throw new DeviceError('unreachable', 'stopped');
  return { status, contentType, contentTypeLine, ...read };
}
