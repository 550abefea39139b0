import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RtspOnlyCamera {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** A standard camera that answers what it is and sends its pictures nowhere but over RTSP. */
export async function startRtspOnlyCamera(name: string, rtspPort: number): Promise<RtspOnlyCamera> {
  const parameters = [
    'root.Brand.Brand=GStreamer',
    'root.Brand.ProdNbr=rtsp-server',
    'root.Properties.PTZ.PTZ=no',
    `root.Network.HostName=${name}`,
    `root.Network.RTSP.Port=${rtspPort}`,
    'root.Image.I0.Appearance.Resolution=disable,640x360',
  ];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://camera');
    if (!pathname.endsWith('/param.cgi') || searchParams.get('action') !== 'list') {
      response.writeHead(404).end();
      return;
    }
    const groups = (searchParams.get('group') ?? '').split(',');
    const told = parameters.filter((line) =>
      groups.some((group) => line.startsWith(`root.${group}`)),
    );
    response.writeHead(200, { 'content-type': 'text/plain' }).end(`${told.join('\r\n')}\r\n`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
