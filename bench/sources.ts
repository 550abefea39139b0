import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type RunningProgram, runProgram } from '../scripts/run-product.ts';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export interface MjpegSource extends RunningProgram {
  readonly value: { readonly http: number; readonly http2: number };
}

/** A camera that costs next to nothing to serve; see `mjpeg-source.ts`. */
export function startMjpegSource(fps: number, width: number, height: number): Promise<MjpegSource> {
  return runProgram(
    ['--import', 'tsx', file('mjpeg-source.ts'), String(fps), String(width), String(height)],
    (line) => JSON.parse(line) as MjpegSource['value'],
  );
}

export interface Viewers {
  readonly receivedBytes: () => Promise<number>;
  readonly stop: () => void;
}

/** Starts viewers in a process of their own; see `load-viewers.ts`. */
export function startViewers(args: readonly string[]): Viewers {
  const child: ChildProcess = fork(file('load-viewers.ts'), args, {
    execArgv: ['--import', 'tsx'],
  });
  return {
    receivedBytes: () =>
      new Promise((resolve) => {
        child.once('message', (answer: { bytes: number }) => resolve(answer.bytes));
        child.send('count');
      }),
    stop: () => {
      child.kill();
    },
  };
}

export function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
