import { readdirSync, readFileSync } from 'node:fs';

const assets = 'dist/app/assets/';
const page = readFileSync('dist/app/index.html', 'utf8');
const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
const plain = (name) => name.replace(/-[^-]{8}\.js$/, '');

/** What the page loads before it shows anything, all together, and each chunk that comes later. */
export default [
  {
    name: 'entry',
    path: scripts.filter((name) => page.includes(name)).map((name) => assets + name),
    gzip: true,
    limit: '150 KiB',
  },
  ...scripts
    .filter((name) => !page.includes(name))
    .map((name) => ({ name: plain(name), path: assets + name, gzip: true, limit: '180 KiB' })),
];
