import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type ConnectionOptions, connect } from 'node:tls';
import { type RunningProgram, runProgram } from '../../scripts/run-product.ts';
import { atLeast, type BenchRow, median, ratioAtMost, shown } from '../row.ts';

const starts = 5;
const measuredMs = 3000;
/** Enough that neither end waits for the other. */
const atOnce = 8;

interface Started extends RunningProgram {
  readonly port: number;
  readonly seconds: number;
}

/** The built proxy without devices, from the first instruction to the line that says it is ready. */
async function start(folder: string, args: readonly string[]): Promise<Started> {
  const beganMs = performance.now();
  const program = await runProgram(
    ['dist/proxy/main.js', ...args],
    (line) => /ready: https?:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1],
    {
      PORT: '0',
      WATCHFLOOR_DATA: join(folder, 'data'),
      WATCHFLOOR_KEY_FILE: join(folder, 'keys', 'master.key'),
    },
  );
  const seconds = (performance.now() - beganMs) / 1000;
  return { ...program, port: Number(program.value), seconds };
}

async function startSeconds(args: readonly string[]): Promise<{ first: number; second: number }> {
  const first: number[] = [];
  const second: number[] = [];
  for (let run = 0; run < starts; run += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
    for (const times of [first, second]) {
      const started = await start(folder, args);
      times.push(started.seconds);
      await started.stop();
    }
    rmSync(folder, { recursive: true });
  }
  return { first: median(first), second: median(second) };
}

function shakeHands(options: ConnectionOptions): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', rejectUnauthorized: false, ...options });
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      resolve(socket.getSession());
      socket.destroy();
    });
  });
}

/** Handshakes a second over several connections at once. */
async function rate(options: ConnectionOptions): Promise<number> {
  const beganMs = performance.now();
  let done = 0;
  const shakeOn = async () => {
    while (performance.now() - beganMs < measuredMs) {
      await shakeHands(options);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, shakeOn));
  return done / ((performance.now() - beganMs) / 1000);
}

/** What TLS costs: at the first start, which makes an authority, and at every connection. */
export async function trustTlsRows(): Promise<readonly BenchRow[]> {
  const plain = await startSeconds([]);
  const secure = await startSeconds(['--tls']);
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
  const product = await start(folder, ['--tls']);
  try {
    const { port } = product;
    const full = await rate({ port });
    const session = await shakeHands({ port, maxVersion: 'TLSv1.2' });
    const resumed = session ? await rate({ port, maxVersion: 'TLSv1.2', session }) : null;
    return [
      ratioAtMost(
        'first start with TLS, keys made, beside one without',
        secure.first,
        's',
        plain.first,
        2.5,
      ),
      shown('later start with TLS', secure.second, 's'),
      // Thirty windows that come back at once are to be in within a second or two.
      atLeast('TLS handshakes, full', full, '/s', 20),
      shown('TLS handshakes, resumed', resumed, '/s'),
    ];
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true });
  }
}
