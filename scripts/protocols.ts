import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { catalogue } from '../src/protocols/catalogue.ts';
import { protocolPage, protocolTable } from './protocol-docs.ts';

const root = new URL('../', import.meta.url);

console.log(protocolTable(catalogue));

if (process.argv.includes('--markdown')) {
  mkdirSync(new URL('docs/protocols/', root), { recursive: true });
  for (const protocol of catalogue) {
    const readme = readFileSync(new URL(`src/protocols/${protocol.id}/README.md`, root), 'utf8');
    const page = new URL(`docs/protocols/${protocol.id}.md`, root);
    writeFileSync(page, protocolPage(protocol, readme));
  }
}
