import { readCommandLine } from './command-line.ts';
import { startSite } from './site.ts';

const { site: options, announce, withParent } = readCommandLine(process.argv.slice(2), process.env);
const site = await startSite(options);

const print = (line: string): void => void process.stdout.write(`${line}\n`);
for (const { name, protocol, origin, username, password } of site.announcements) {
  print(`${name.padEnd(20)} ${protocol.padEnd(18)} ${origin.padEnd(24)} ${username} / ${password}`);
}
if (site.controlOrigin !== null)
  print(`${'Control'.padEnd(20)} ${'faults'.padEnd(18)} ${site.controlOrigin}`);
if (announce) {
  print(
    `WATCHFLOOR_SITE ${JSON.stringify({ devices: site.announcements, views: site.views, controlOrigin: site.controlOrigin })}`,
  );
}

let stopping = false;
const end = (): void => {
  if (stopping) return;
  stopping = true;
  void site.stop().then(() => process.exit(0));
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
process.on('disconnect', end);
if (withParent) {
  process.stdin.on('end', end).on('close', end).on('error', end);
  process.stdin.resume();
}
