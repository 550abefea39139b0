import type { WebSocket } from 'ws';
import { beatIntervalMs } from '../../api/beat.ts';
import type { Change } from '../../api/change.ts';
import type { ProxyParts } from './proxy-parts.ts';

/** Tells a window what to read again, and every ten seconds that we are still here. */
export function acceptChangesSocket(
  socket: WebSocket,
  { bus, site, now }: Pick<ProxyParts, 'bus' | 'site' | 'now'>,
): void {
  const send = (change: Change) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(change));
  };
  const stopListening = bus.subscribe((topic) => send({ type: topic }));
  const beat = setInterval(() => send({ type: 'beat', nowMs: now() }), beatIntervalMs);
  const end = () => {
    clearInterval(beat);
    stopListening();
  };
  socket.on('close', end);
  // A broken socket also closes; without a listener its failure would end the process.
  socket.on('error', end);
  const { version, nowMs } = site();
  send({ type: 'hello', version, nowMs });
}
