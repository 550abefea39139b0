#!/usr/bin/env node
// Stands in for ffmpeg in tests: what it does is the path of the address on its standard input.
import { readFileSync, writeFileSync } from 'node:fs';

if (process.argv.includes('-version')) process.exit(0);
const list = readFileSync(0, 'utf8');
const target = /^file 'rtsp:\/\/[^/]*([^']*)'$/m.exec(list)?.[1] ?? '';
const [, what = '', note = ''] = target.split('/');
if (note !== '') {
  const facts = { arguments: process.argv, environment: process.env, pid: process.pid, list };
  writeFileSync(Buffer.from(note, 'base64url').toString(), JSON.stringify(facts));
}
const header = Buffer.from('464c5601010000000900000000', 'hex');
const printed = {
  refused: `[rtsp @ 0x1] method DESCRIBE failed: 401 Unauthorized\n${list}`,
  missing: 'method DESCRIBE failed: 404 Not Found\n',
  h265: '[flv @ 0x1] Video codec hevc not compatible with flv\n',
}[what];
if (printed !== undefined) {
  process.stderr.write(printed, () => process.exit(1));
} else {
  if (what === 'stubborn') process.on('SIGTERM', () => undefined);
  process.stdout.on('error', () => process.exit(0));
  process.stdout.write(header);
  setInterval(() => process.stdout.write(Buffer.alloc(0)), 1000);
}
