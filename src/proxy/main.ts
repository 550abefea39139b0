import { readOptions } from './proxy-options.ts';
import { greeting } from './sign-in-places.ts';
import { StartFailure } from './start-failure.ts';
import { startLines } from './start-lines.ts';
import { type RunningProxy, startProxy } from './start-proxy.ts';

/** Longer than any farewell; what still hangs then is not worth waiting for. */
const farewellMs = 4000;

try {
  const options = readOptions(process.argv.slice(2), process.env);
  const running = await startProxy({ environment: process.env, options });
  const lines = [...startLines(running), greeting(running.origin, running.proxy.signInPlaces)];
  process.stdout.write(`${lines.join('\n')}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void end(running));
  }
} catch (failure) {
  if (!(failure instanceof StartFailure)) throw failure;
  process.stderr.write(`${failure.message}\n`);
  process.exitCode = 1;
}

async function end(running: RunningProxy): Promise<void> {
  setTimeout(() => process.exit(1), farewellMs).unref();
  await running.stop();
  process.exit(0);
}
