import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage, request } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface MediaServer {
  /** `127.0.0.1:port`, for HTTP and WebSockets alike. */
  readonly host: string;
  readonly stop: () => Promise<void>;
}

const require = createRequire(import.meta.url);

const program = `
  const MediaServer = require(${JSON.stringify(require.resolve('node-media-server'))});
  new MediaServer(JSON.parse(process.env.MEDIA_SERVER)).run();
`;

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The answer to a GET of a stream that goes on and on. */
async function openStream(address: string, headers: Record<string, string> = {}) {
  const asked = get(address, { headers, agent: false });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`${address} answered ${answer.statusCode}`);
  return answer;
}

/** The address that `port` of a loopback server answers at, once it does. */
async function awaitHttp(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the media server does not answer');
}

/**
 * Runs node-media-server in a process of its own and publishes one FLV stream to it.
 * @param source where the FLV comes from, with the account in the address
 * @param path of the published stream, such as `/live/gate`
 */
export async function runMediaServer(source: URL, path: string): Promise<MediaServer> {
  const folder = mkdtempSync(join(tmpdir(), 'media-server-'));
  const port = await freePort();
  const settings = {
    bind: '127.0.0.1',
    http: { port },
    auth: { play: false, publish: false },
    store: { path: join(folder, 'store') },
    record: { auto: false, path: join(folder, 'record') },
    webadmin: { enable: false },
  };
  const child = spawn(process.execPath, ['-e', program], {
    env: { ...process.env, MEDIA_SERVER: JSON.stringify(settings) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await awaitHttp(port);
  const account = `${decodeURIComponent(source.username)}:${decodeURIComponent(source.password)}`;
  const authorization = `Basic ${Buffer.from(account).toString('base64')}`;
  const bare = new URL(source);
  bare.username = '';
  bare.password = '';
  const flv = await openStream(bare.href, { authorization });
  const publisher = request(`http://127.0.0.1:${port}${path}.flv`, {
    method: 'POST',
    agent: false,
  });
  // Both ends hang up in their own time when the test is over.
  for (const end of [flv, publisher]) end.on('error', () => undefined);
  flv.pipe(publisher);
  const played = await openStream(`http://127.0.0.1:${port}${path}.flv`);
  let bytes = 0;
  for await (const chunk of played) {
    bytes += (chunk as Buffer).length;
    if (bytes > 10_000) break;
  }
  return {
    host: `127.0.0.1:${port}`,
    stop: async () => {
      flv.destroy();
      publisher.destroy();
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
