import fc from 'fast-check';
import { coverage } from '../../scripts/protocol-docs.ts';
import { DeviceError } from '../../src/domain/device-error.ts';
import { catalogue } from '../../src/protocols/catalogue.ts';
import { edits, fuzzing, mutated, readers } from '../../src/protocols/parsing/mutated-bodies.ts';
import { atMost, type BenchRow, quantile, shown } from '../row.ts';

function coverageRows(): BenchRow[] {
  return catalogue.flatMap((protocol) => {
    const { documented, covered } = coverage(protocol);
    return [
      shown(`${protocol.name}: documented endpoints`, documented, 'endpoints'),
      atMost(`${protocol.name}: endpoints without a row`, documented - covered, 'endpoints', 0),
    ];
  });
}

/** How long a reader keeps the event loop with damaged bodies, ms each. */
function timesOf({ body, read }: (typeof readers)[string]): number[] {
  return fc.sample(edits, fuzzing).map((changes) => {
    const text = mutated(body, changes);
    const startedAt = performance.now();
    try {
      read(text);
    } catch (failure) {
      if (!(failure instanceof DeviceError)) throw failure;
    }
    return performance.now() - startedAt;
  });
}

/** What the protocols know of their documents, and what damaged replies cost. */
export async function protocolsTheme(): Promise<readonly BenchRow[]> {
  const reading = Object.entries(readers).map(([name, reader]) =>
    atMost(`${name}: 10,000 damaged bodies, p99`, quantile(timesOf(reader), 0.99), 'ms', 50),
  );
  return [...coverageRows(), ...reading];
}
