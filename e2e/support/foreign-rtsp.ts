import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ForeignRtspOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly authentication: 'basic' | 'digest';
  readonly transport: 'any' | 'udp';
}

export interface ForeignRtsp {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const program = fileURLToPath(new URL('./foreign-rtsp.py', import.meta.url));
/** The one of the system comes last: GStreamer's bindings are installed for it alone. */
const interpreters = ['python3', '/usr/bin/python3'];

function findInterpreter(): string | undefined {
  const check = [program, JSON.stringify({ check: true })];
  return interpreters.find((name) => spawnSync(name, check, { stdio: 'ignore' }).status === 0);
}

/** Whether this machine has GStreamer's RTSP server, its bindings for Python, and an encoder. */
export function hasForeignRtsp(): boolean {
  return findInterpreter() !== undefined;
}

/** Starts GStreamer's RTSP server, which is no part of the product, on loopback. */
export async function runForeignRtsp(options: ForeignRtspOptions): Promise<ForeignRtsp> {
  const child = spawn(findInterpreter() ?? 'python3', [program, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    port: Number(line),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
