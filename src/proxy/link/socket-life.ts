import type { Readable } from 'node:stream';
import type { WebSocket } from 'ws';

/** Emitted by the body of a socket whose peer is there although it has nothing to tell. */
export const signOfLife = 'sign-of-life';

/** Often enough for a peer whose death must be noticed within 25 s. */
const askEveryMs = 8000;

/** Asks the peer of an open socket whether it is there (RFC 6455, 5.5.2), until the socket closes. */
export function keepAlive(socket: WebSocket, body: Readable): void {
  const sign = () => void body.emit(signOfLife);
  const timer = setInterval(() => socket.ping(), askEveryMs);
  socket
    .on('ping', sign)
    .on('pong', sign)
    .once('close', () => clearInterval(timer));
}
