import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from './set-up.mjs';

const announcement = 'WATCHFLOOR_SITE ';

/**
 * Starts the simulated devices as a process of their own, as real ones would be.
 * @param command program and arguments that run `src/simulated-devices/main.ts`
 * @returns the child and what it announced: a JSON text for the proxy's environment
 */
export function startDemoSite(command) {
  const [program, ...args] = command;
  const whole = ['--whole-site', '--lively', '--announce', '--with-parent'];
  const child = spawn(program, [...args, ...whole], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The simulated devices ended (${code}).`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith(announcement)) {
        resolve({ child, site: line.slice(announcement.length) });
      }
    });
  });
}

/** Ends the children with us, whichever way we end. */
export function endTogether(children) {
  const end = () => {
    for (const child of children) child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
  for (const child of children) {
    child.once('exit', (code) => {
      end();
      process.exitCode = code ?? 0;
    });
  }
}
