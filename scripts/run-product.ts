import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

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

/**
 * Starts a Node program and waits for the line that says it is ready.
 * @param ready picks the value out of a line of its output, undefined while it is another line
 * @returns the value; fails when the program ends first
 */
export async function runProgram<T>(
  args: readonly string[],
  ready: (line: string) => T | undefined,
  environment: NodeJS.ProcessEnv = {},
): Promise<RunningProgram & { readonly value: T }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  });
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
export async function runSite(wholeSite = false): Promise<RunningSite> {
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
  );
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

export interface Product {
  readonly origin: string;
  /** The proxy's process id; changes with a restart. */
  readonly pid: () => number;
  /** Ends the proxy, with -9 if asked, and leaves its port empty. */
  readonly stopProxy: (signal?: NodeJS.Signals) => Promise<void>;
  readonly startProxy: () => Promise<void>;
  readonly stop: () => Promise<void>;
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
  const start = () =>
    runProgram(['dist/proxy/main.js'], (line) => /http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1], {
      WATCHFLOOR_DATA: join(folder, 'data'),
      WATCHFLOOR_KEY_FILE: join(folder, 'keys', 'master.key'),
      WATCHFLOOR_DEMO: JSON.stringify({ name: 'Test site', devices }),
      PORT: String(port),
      ...environment,
    });
  let proxy = await start();
  port = Number(proxy.value);
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: () => proxy.process.pid ?? 0,
    stopProxy: (signal) => proxy.stop(signal),
    startProxy: async () => {
      proxy = await start();
    },
    stop: async () => {
      await proxy.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
