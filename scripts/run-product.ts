import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { guardHeader } from '../src/api/routes.ts';
import type { Role } from '../src/domain/role.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A device that the proxy registers at its start. */
export interface SeededDevice {
  readonly name: string;
  readonly protocol: string;
  readonly origin: string;
  /** Path and query behind the origin, for protocols that use one. */
  readonly entryTarget?: string;
  readonly username?: string;
  readonly password?: string;
}

export interface RunningProgram {
  readonly process: ChildProcess;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

/** Stands before a proxy and is asked in its place. */
export interface Front {
  readonly origin: string;
  /** Lets nobody through while there is no proxy behind it. */
  readonly close: () => Promise<void>;
  readonly open: () => Promise<void>;
}

/** Sees whatever leaves a product: its replies, its log, its files. */
export interface ProductWatcher {
  /** Environment of the simulated devices of a site. */
  readonly siteEnvironment: NodeJS.ProcessEnv;
  readonly siteStarted: (devices: readonly SeededDevice[]) => void;
  readonly before: (proxyOrigin: string) => Promise<Front>;
  readonly heard: (log: Buffer) => void;
  readonly left: (folder: string) => void;
}

let watcher: ProductWatcher | undefined;

/** Has every site and product watched that this process starts from now on. */
export function watchProducts(by: ProductWatcher): void {
  watcher = by;
}

/**
 * Starts a Node program and waits for the line that says it is ready.
 * @param ready picks the value out of a line of its output, undefined while it is another line
 * @returns the value; fails when the program ends first
 */
export async function runProgram<T>(
  args: readonly string[],
  ready: (line: string) => T | undefined,
  environment: NodeJS.ProcessEnv = {},
  heard?: (log: Buffer) => void,
): Promise<RunningProgram & { readonly value: T }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', heard === undefined ? 'inherit' : 'pipe', 'ipc'],
  });
  if (heard !== undefined) {
    child.stdout?.on('data', heard);
    child.stderr?.on('data', heard);
  }
  const value = await new Promise<T>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = ready(line);
      if (found !== undefined) resolve(found);
    });
  });
  return { process: child, value, stop: (signal = 'SIGTERM') => end(child, signal) };
}

export interface DemoSite {
  readonly devices: readonly SeededDevice[];
  readonly controlOrigin: string;
}

export interface RunningSite extends RunningProgram {
  readonly value: DemoSite;
  /** Makes a device fail, or work again; see `src/simulated-devices/control-server.ts`. */
  readonly fault: (order: SiteFault) => Promise<void>;
}

export interface SiteFault {
  readonly device: string;
  readonly fault: string;
  readonly channel?: number;
  readonly code?: number;
}

const announcement = 'WATCHFLOOR_SITE ';

/**
 * Starts the built simulated devices on free loopback ports.
 * @param wholeSite with the devices beyond the twelve cameras of the recorder and the network cameras
 */
export async function runSite(
  wholeSite = false,
  environment: NodeJS.ProcessEnv = {},
): Promise<RunningSite> {
  const program = await runProgram(
    [
      'dist/devices/main.js',
      '--announce',
      '--with-parent',
      ...['recorder', 'camera', 'first-extra', 'control'].flatMap((name) => [
        `--${name}-port`,
        '0',
      ]),
      ...(wholeSite ? ['--whole-site'] : []),
    ],
    (line) =>
      line.startsWith(announcement)
        ? (JSON.parse(line.slice(announcement.length)) as DemoSite)
        : undefined,
    { ...watcher?.siteEnvironment, ...environment },
  );
  watcher?.siteStarted(program.value.devices);
  return {
    ...program,
    fault: async (order) => {
      const reply = await fetch(`${program.value.controlOrigin}/faults`, {
        method: 'POST',
        body: JSON.stringify(order),
      });
      if (!reply.ok) throw new Error(`${JSON.stringify(order)}: ${await reply.text()}`);
    },
  };
}

/** What a browser that is signed in holds. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
}

export function cookieHeader({ name, value }: SessionCookie): string {
  return `${name}=${value}`;
}

export interface Product {
  readonly origin: string;
  /** Signs a person of the demo in, each time into a session of its own. */
  readonly signIn: (role?: Role) => Promise<SessionCookie>;
  /** The address that the start printed for a role of the demo. */
  readonly demoAddress: (role: Role) => string;
  /** Asks the proxy as the administrator, with whatever a change needs. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** The one-time address of a product that has nobody yet; only without the demo. */
  readonly setUpPlace: string | undefined;
  /** The proxy's process id; changes with a restart. */
  readonly pid: () => number;
  /** Ends the proxy, with -9 if asked, and leaves its port empty. */
  readonly stopProxy: (signal?: NodeJS.Signals) => Promise<void>;
  readonly startProxy: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** @returns the port once the last line of the greeting has come; fills in what stood before it */
function readGreeting(line: string, places: Map<string, string>): string | undefined {
  const [, port, place] = /http:\/\/127\.0\.0\.1:(\d+)(\/\S+)?$/.exec(line) ?? [];
  if (port === undefined) return undefined;
  if (place === undefined) return port;
  const role = /^ {2}([a-z]+) /.exec(line)?.[1] ?? 'set-up';
  places.set(role, place);
  return undefined;
}

function ownHeaders(origin: string): Record<string, string> {
  return { origin, [guardHeader]: '1' };
}

async function signIn(
  origin: string,
  places: ReadonlyMap<string, string>,
  role: Role = 'administrator',
): Promise<SessionCookie> {
  const code = places.get(role)?.split('#demo.')[1];
  const reply = await fetch(`${origin}/api/demo-session`, {
    method: 'POST',
    headers: { ...ownHeaders(origin), 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  const [, name, value] = /^([^=]+)=([^;]+)/.exec(reply.headers.get('set-cookie') ?? '') ?? [];
  if (name === undefined || value === undefined) throw new Error(`no session for ${role}`);
  return { name, value };
}

/**
 * Starts the built proxy on a free loopback port with data of its own.
 * @param environment variables beside those of this process
 */
export async function runProduct(
  devices: readonly SeededDevice[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-'));
  let port = 0;
  const places = new Map<string, string>();
  const start = () =>
    runProgram(
      ['dist/proxy/main.js'],
      (line) => readGreeting(line, places),
      {
        WATCHFLOOR_DATA: join(folder, 'data'),
        WATCHFLOOR_KEY_FILE: join(folder, 'keys', 'master.key'),
        WATCHFLOOR_DEMO: JSON.stringify({ name: 'Test site', devices }),
        PORT: String(port),
        ...(watcher === undefined ? {} : { WATCHFLOOR_LOG: 'trace' }),
        ...environment,
      },
      watcher?.heard,
    );
  let proxy = await start();
  port = Number(proxy.value);
  const front = await watcher?.before(`http://127.0.0.1:${port}`);
  const origin = front?.origin ?? `http://127.0.0.1:${port}`;
  const administrator = places.has('administrator') ? await signIn(origin, places) : undefined;
  return {
    origin,
    signIn: (role) => signIn(origin, places, role),
    demoAddress: (role) => `${origin}${places.get(role)}`,
    ask: (path, init = {}) =>
      fetch(`${origin}${path}`, {
        ...init,
        headers: {
          ...ownHeaders(origin),
          ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(administrator ? { cookie: cookieHeader(administrator) } : {}),
          ...(init.headers as Record<string, string> | undefined),
        },
      }),
    setUpPlace: places.get('set-up'),
    pid: () => proxy.process.pid ?? 0,
    stopProxy: async (signal) => {
      await proxy.stop(signal);
      await front?.close();
    },
    startProxy: async () => {
      proxy = await start();
      await front?.open();
    },
    stop: async () => {
      await proxy.stop();
      await front?.close();
      watcher?.left(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
