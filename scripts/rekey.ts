import { readOptions } from '../src/proxy/proxy-options.ts';
import { rekey } from '../src/proxy/registry/rekey.ts';
import { StartFailure } from '../src/proxy/start-failure.ts';

try {
  const { resealed, lost } = rekey(readOptions(process.argv.slice(2), process.env));
  console.log(`A new key seals ${resealed} passwords. The old key is gone; keep the new key file.`);
  if (lost > 0) console.log(`${lost} passwords opened with no key and must be entered again.`);
} catch (failure) {
  if (!(failure instanceof StartFailure)) throw failure;
  console.error(failure.message);
  process.exitCode = 1;
}
