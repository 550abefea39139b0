import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ByteScanner } from '../../e2e/support/byte-scanner.ts';
import { encodingsOf } from '../../e2e/support/canaries.ts';
import { Sealer } from '../../src/proxy/registry/sealer.ts';
import { surviveKills } from '../../src/proxy/test-site/survive-kills.ts';
import { atLeast, atMost, type BenchRow, median, shown } from '../row.ts';

const rounds = 2000;
/** Few, so that a bench is not long; the tests kill a hundred times. */
const kills = 12;

/** Microseconds of one call, the median of many. */
function microseconds(call: (round: number) => void): number {
  const times = Array.from({ length: rounds }, (_, round) => {
    const startedMs = performance.now();
    call(round);
    return (performance.now() - startedMs) * 1000;
  });
  return median(times);
}

function sealing(): BenchRow[] {
  const sealer = new Sealer(randomBytes(32));
  const context = { deviceId: 'd1', field: 'password', origin: 'http://192.168.1.20' };
  const sealed = sealer.seal('a password of a camera', context);
  const flipped = (round: number) => {
    const bytes = Buffer.from(sealed);
    const at = sealed.lastIndexOf('.') - 1 - (round % 40);
    bytes[at] = bytes[at] === 65 ? 66 : 65;
    return bytes.toString();
  };
  const accepted = Array.from({ length: rounds }, (_, round) => flipped(round)).filter(
    (text) => text !== sealed && sealer.open(text, context) !== null,
  );
  return [
    shown(
      'seal a password, median',
      microseconds(() => sealer.seal('a password', context)),
      'µs',
    ),
    atMost(
      'open a password, median',
      microseconds(() => sealer.open(sealed, context)),
      'µs',
      500,
    ),
    atMost(`of ${rounds} tampered secrets accepted`, accepted.length, 'secrets', 0),
  ];
}

/** What looking at every byte of a test run costs. */
function scanning(): BenchRow[] {
  const patterns = Array.from({ length: 16 }, (_, index) =>
    encodingsOf({
      device: `device ${index}`,
      username: 'admin',
      password: randomBytes(12).toString('base64'),
    }),
  ).flat();
  const scanner = new ByteScanner(patterns);
  const bytes = randomBytes(16 * 1024 * 1024);
  const startedMs = performance.now();
  scanner.scan(bytes, () => undefined);
  const seconds = (performance.now() - startedMs) / 1000;
  return [
    shown('writings of 16 credentials that are looked for', patterns.length, 'texts'),
    atLeast('bytes looked at in a second', bytes.length / seconds / 1024 ** 2, 'MiB/s', 20),
  ];
}

/** Secrets at rest, and how they are looked for where they must not be. */
export async function trustSecretsRows(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
  try {
    const survived = await surviveKills(kills, folder);
    return [
      ...sealing(),
      atMost(`registries torn by ${survived.kills} kills (-9)`, survived.torn, 'registries', 0),
      atMost(`of ${survived.keptRows} kept rows lost by them`, survived.lost, 'rows', 0),
      ...scanning(),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
