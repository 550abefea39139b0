/**
 * Many viewers of one picture, in a process of their own so that only the server is measured.
 * Arguments: `ws` or `http`, address, number of viewers, and for `ws` the `Cookie` header, the camera
 * and the stream id.
 * Answers every message from the parent with the bytes received so far.
 */
import { get } from 'node:http';
import { WebSocket } from 'ws';

const [mode, address = '', count = '1', cookie = '', cameraId = '', streamId = ''] =
  process.argv.slice(2);
let bytes = 0;

function watchSocket(): void {
  const socket = new WebSocket(address, {
    perMessageDeflate: false,
    origin: new URL(address).origin.replace('ws', 'http'),
    headers: { cookie },
  });
  socket.on('open', () => {
    socket.send(JSON.stringify({ type: 'watch', tile: 'bench', cameraId, streamId }));
  });
  socket.on('message', (data: Buffer) => {
    bytes += data.length;
  });
}

function watchHttp(): void {
  get(address, { agent: false }, (response) => {
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
  });
}

for (let viewer = 0; viewer < Number(count); viewer += 1) {
  if (mode === 'ws') watchSocket();
  else watchHttp();
}
process.on('message', () => process.send?.({ bytes }));
process.on('disconnect', () => process.exit(0));
