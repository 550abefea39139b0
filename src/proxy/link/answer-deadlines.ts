import type { ClientRequest } from 'node:http';
import { DeviceError } from '../../domain/device-error.ts';
import type { LinkLimits } from './link-limits.ts';

/**
 * Gives up on a request whose socket does not connect, or whose answer does not begin, in time.
 * @param bodyFlows the answer is due only once the last of the body has gone out
 * @returns the function that ends the wait
 */
export function answerDeadlines(
  outgoing: ClientRequest,
  { dialMs, answerMs }: Pick<LinkLimits, 'dialMs' | 'answerMs'>,
  giveUp: (error: DeviceError) => void,
  bodyFlows = false,
): () => void {
  let timer = setTimeout(() => giveUp(new DeviceError('timeout', 'dial-timeout')), dialMs);
  let settled = false;
  const sent = () => {
    if (settled) return;
    timer = setTimeout(() => giveUp(new DeviceError('timeout', 'answer-timeout')), answerMs);
  };
  const connected = () => {
    clearTimeout(timer);
    if (bodyFlows && !outgoing.writableFinished) outgoing.once('finish', sent);
    else sent();
  };
  outgoing.on('socket', (socket) => {
    if (socket.connecting) socket.once('connect', connected);
    else connected();
  });
  return () => {
    settled = true;
    clearTimeout(timer);
  };
}
