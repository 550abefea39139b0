import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const stored = 'st0red-Pa55&wörd';
/** Secrets that the camera itself holds, one for each way to write them. */
export const camerasOwn = [
  "it's-a-;pass",
  'wifi-Pa55phrase',
  'ftp-Pa55w0rd',
  'rtsp-Pa55w0rd',
] as const;

export interface ConsoleCamera {
  readonly origin: string;
  /** Path and query of what was asked, but for what a watch over devices asks by itself. */
  readonly asked: readonly string[];
  /** Answers of replies that have not ended. */
  readonly open: () => number;
  stop(): Promise<void>;
}

const settings = `var user1_name='admin';
var user1_pwd='${camerasOwn[0]}';
var wifi_wpa_psk="${camerasOwn[1]}";
var ftp_pwd='${camerasOwn[2]}';
var mail_pwd='';
var source='rtsp://admin:${camerasOwn[3]}@10.0.0.9/h264';
var ssid='Harbour';
`;
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.alloc(400, 7),
  Buffer.from([0xff, 0xd9]),
]);
const part = Buffer.concat([
  Buffer.from('--ipcamera\r\nContent-Type: image/jpeg\r\n\r\n'),
  jpeg,
  Buffer.from('\r\n'),
]);

/** A camera of a test that speaks IPCAM as far as the console needs it, and counts. */
export async function startConsoleCamera(): Promise<ConsoleCamera> {
  const asked: string[] = [];
  let open = 0;
  const routes: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
    '/get_params.cgi': (_, response) => response.end(settings),
    '/get_misc.cgi': (_, response) => response.end('<html><body>Sign in</body></html>'),
    '/get_forbidden.cgi': (_, response) => response.end(''),
    '/camera_control.cgi': (_, response) => response.end('ok.'),
    '/restore_factory.cgi': (_, response) => response.end('ok.'),
    '/reboot.cgi': (_, response) => response.end('ok.'),
    // As a device that repeats what it was sent, in a refusal.
    '/set_ddns.cgi': ({ url = '', headers }, response) =>
      response.writeHead(400).end(`bad request: ${url} ${headers.authorization}`),
    '/snapshot.cgi': (_, response) =>
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(jpeg),
    '/videostream.cgi': (_, response) => {
      response.writeHead(200, { 'content-type': 'multipart/x-mixed-replace;boundary=ipcamera' });
      open += 1;
      const timer = setInterval(() => response.write(part), 20);
      response.on('close', () => {
        clearInterval(timer);
        open -= 1;
      });
    },
    // Says something, and then nothing for ever.
    '/videostream.asf': (_, response) => {
      open += 1;
      response.on('close', () => {
        open -= 1;
      });
      response.writeHead(200).write(Buffer.from([0x30, 0x26, 0xb2, 0x75, 0x00, 0x01]));
    },
  };
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (path === '/get_status.cgi' || path === '/get_camera_params.cgi') {
      response.end(
        "var id='001122334455';var sys_ver='0.1';var alias='Gate';var tz=0;var now=1;var alarm_status=0;var resolution=32;",
      );
      return;
    }
    asked.push(request.url ?? '');
    const route = routes[path];
    if (route) route(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    open: () => open,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
