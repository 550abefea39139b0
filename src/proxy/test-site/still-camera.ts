import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';

/** The smallest thing that passes for a JPEG where only the beginning is looked at. */
export const still = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400, 7)]);

export interface StillCamera {
  readonly port: number;
  /** What was asked of it, with the headers that came along. */
  readonly requests: IncomingMessage[];
  password: string;
  stop(): Promise<void>;
}

/** Where it listens; with a certificate it speaks TLS. */
export interface CameraListener {
  readonly port?: number;
  readonly key?: string;
  readonly cert?: string;
}

/** A camera of a test: one still behind an account, a web page, a page that never comes. */
export async function startStillCamera(
  username: string,
  password: string,
  { port = 0, key, cert }: CameraListener = {},
): Promise<StillCamera> {
  const requests: IncomingMessage[] = [];
  const answer: RequestListener = (request, response) => {
    requests.push(request);
    const path = request.url?.split('?', 1)[0];
    if (path === '/silent') return;
    if (path === '/page') {
      response.setHeader('content-type', 'text/html');
      response.end('<html><body>Sign in</body></html>');
      return;
    }
    if (path !== '/still.jpg') {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('nothing here');
      return;
    }
    const account = Buffer.from(`${username}:${camera.password}`).toString('base64');
    if (request.headers.authorization !== `Basic ${account}`) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="camera"' });
      response.end();
      return;
    }
    response.setHeader('content-type', 'image/jpeg');
    response.setHeader('set-cookie', 'device=1');
    response.end(still);
  };
  const server =
    key === undefined ? createServer(answer) : createSecureServer({ key, cert }, answer);
  const camera: StillCamera = {
    port: await listen(server, port),
    requests,
    password,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return camera;
}

function listen(server: Server, wanted: number): Promise<number> {
  return new Promise((resolve) => {
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
