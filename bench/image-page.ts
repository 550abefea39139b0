import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of plain `<img>` elements, all endless streams of one host: what a wall is without us. */
export async function serveImagePage(
  streamOrigin: string,
  tiles: number,
): Promise<{ readonly address: string; readonly stop: () => void }> {
  const columns = Math.ceil(Math.sqrt(tiles));
  const images = Array.from(
    { length: tiles },
    (_, tile) => `<img crossorigin="anonymous" src="${streamOrigin}/${tile}.mjpeg">`,
  ).join('');
  const page = `<!doctype html><style>
    body { margin: 0; display: grid; grid-template-columns: repeat(${columns}, 1fr);
           grid-auto-rows: calc(100vh / ${columns}); }
    img { width: 100%; height: 100%; object-fit: fill; min-height: 0; }
  </style>${images}`;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
