import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/** Runs a program with our output and stops everything when it fails. */
export function run(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (done.error) fail(`${program} could not be started: ${done.error.message}`);
  if (done.status !== 0) fail(`"${program} ${args.join(' ')}" failed.`);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) fail(`Node ${process.versions.node} is too old: ^20.19 or >=22.12 is needed.`);
}

/** Installs from the lock file when node_modules does not hold what the lock file says. */
export function ensureInstalled() {
  checkNode();
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).update(process.versions.modules).digest('hex');
  const stamp = join(root, 'node_modules', '.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages from the lock file…');
  // Not `npm ci`: it refuses a lock file that lacks the binaries of a platform which the registry in
  // use does not carry. Versions come from the lock file either way, and it is not written.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--no-progress']);
  writeFileSync(stamp, wanted);
}

function addTree(hash, path) {
  const facts = statSync(path);
  if (facts.isDirectory()) {
    for (const name of readdirSync(path).sort()) addTree(hash, join(path, name));
    return;
  }
  if (/\.(test\.tsx?|md)$/.test(path)) return;
  hash.update(path).update(String(facts.size)).update(String(facts.mtimeMs));
}

function sourceFingerprint() {
  const hash = createHash('sha256');
  for (const name of ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']) {
    addTree(hash, join(root, name));
  }
  return hash.digest('hex');
}

const buildStamp = join(root, 'dist', '.built-from');

/** Remembers what dist/ was built from. */
export function stampBuild() {
  writeFileSync(buildStamp, sourceFingerprint());
}

/** Builds dist/ when a source is newer than the last build. */
export function ensureBuilt() {
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === sourceFingerprint()) return;
  run(process.execPath, ['scripts/build.mjs']);
}
