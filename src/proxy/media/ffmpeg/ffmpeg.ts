import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { DeviceError } from '../../../domain/device-error.ts';
import { ffmpegFault } from './ffmpeg-fault.ts';
import { repackagingArguments, repackagingList } from './repackaging.ts';

/** More streams than any one machine shows. */
const mostProcesses = 64;
const patienceMs = 2000;
const mostPrinted = 4096;
const questionMs = 5000;

export interface Repackaged {
  /** An FLV file without end; destroyed, it ends the process. */
  readonly body: Readable;
  /** Settles when the process is gone: why it ended. */
  readonly ended: Promise<DeviceError>;
}

/** The ffmpeg of this machine: repackages RTSP without touching the pictures. */
export class Ffmpeg {
  readonly #program: string;
  readonly #most: number;
  readonly #running = new Set<ChildProcess>();

  constructor(program: string, most = mostProcesses) {
    this.#program = program;
    this.#most = most;
  }

  get processes(): number {
    return this.#running.size;
  }

  /**
   * @param address of a relay
   * @throws DeviceError `too-many-connections` beyond what one machine can carry
   */
  repackage(address: string, signal: AbortSignal): Repackaged {
    if (this.#running.size >= this.#most) {
      throw new DeviceError('busy', 'too-many-connections', { operation: 'stream' });
    }
    const child = spawn(this.#program, repackagingArguments, {
      stdio: ['pipe', 'pipe', 'pipe'],
      // What the proxy was given in its environment is none of its business.
      env: { PATH: process.env.PATH },
    });
    this.#running.add(child);
    let printed = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-mostPrinted);
    });
    // It may be gone before it has read its list.
    child.stdin.on('error', () => undefined).end(repackagingList(address));
    const end = () => terminate(child);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    child.stdout.once('close', end);
    const ended = gone(child).then(() => {
      signal.removeEventListener('abort', end);
      this.#running.delete(child);
      return ffmpegFault(printed);
    });
    return { body: child.stdout, ended };
  }
}

function gone(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
}

function terminate(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  void once(child, 'close').then(() => clearTimeout(kill));
}

/** Since then a list may carry options for what it names. */
const leastMajor = 5;

/** The ffmpeg of this machine; null where there is none, or one too old to repackage. */
export function findFfmpeg(program: string): Promise<Ffmpeg | null> {
  return new Promise((resolve) => {
    execFile(program, ['-version'], { timeout: questionMs }, (error, printed) => {
      resolve(error === null && repackages(printed) ? new Ffmpeg(program) : null);
    });
  });
}

/** A build between two releases names no number, and is newer than the oldest that serves. */
export function repackages(printed: string): boolean {
  const major = /^ffmpeg version n?(\d+)\./.exec(printed)?.[1];
  return major === undefined || Number(major) >= leastMajor;
}
