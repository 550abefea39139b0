import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/protocols/catalogue.ts';
import type { Endpoint } from '../src/protocols/protocol.ts';
import { coverage, limitsOf, protocolPage, protocolTable } from './protocol-docs.ts';
import { describeParameters } from './protocol-parameters.ts';

const root = new URL('../', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8');

describe.each(catalogue.map((protocol) => [protocol.id, protocol] as const))(
  '%s',
  (id, protocol) => {
    it('has a README that says what it cannot do', () => {
      expect(limitsOf(textOf(`src/protocols/${id}/README.md`))).not.toContain('does not say yet');
    });

    it('has an up-to-date page (else: npm run protocols -- --markdown)', () => {
      const page = protocolPage(protocol, textOf(`src/protocols/${id}/README.md`));
      expect(textOf(`docs/protocols/${id}.md`)).toBe(page);
    });

    it('has a row for every documented endpoint', () => {
      const { documented, covered } = coverage(protocol);
      expect(documented).toBeGreaterThan(0);
      expect(covered).toBe(documented);
    });
  },
);

describe('the pages', () => {
  it('belong to protocols that exist', () => {
    const pages = new URL('docs/protocols/', root);
    const names = existsSync(pages) ? readdirSync(pages) : [];
    expect(names.sort()).toEqual(catalogue.map(({ id }) => `${id}.md`).sort());
  });
});

describe('the tables', () => {
  const [documents = [], operations = []] = protocolTable(catalogue)
    .split('\n\n')
    .map((table) => table.split('\n'));

  it('have a line for each protocol', () => {
    const [head = '', , ...lines] = documents;
    expect(lines).toHaveLength(catalogue.length);
    expect(head).toMatch(/^protocol +document +endpoints +rows$/);
    expect(lines.find((line) => line.startsWith('ipcam '))).toMatch(
      /IPCAM CGI SDK 2\.1 +30 of 30 +36$/,
    );
  });

  it('say of each operation which protocols offer it', () => {
    const [head = '', , ...lines] = operations;
    expect(head.split(/ +/)).toEqual(['operation', ...catalogue.map(({ id }) => id)]);
    expect(lines.find((line) => line.startsWith('identify '))).toMatch(/^identify(?: +yes)+$/);
    const columns = lines.map((line) => line.split(/ +/).length);
    expect(new Set(columns)).toEqual(new Set([catalogue.length + 1]));
  });
});

describe('describeParameters', () => {
  const described = (id: string) => {
    const rows: readonly Endpoint[] = catalogue
      .filter((one) => one.id === 'ipcam' || one.id === 'securityspy')
      .flatMap(({ endpoints }) => endpoints);
    const row = rows.find((one) => one.id === id);
    return row === undefined ? undefined : describeParameters(row);
  };

  it.each([
    ['picture.mjpeg', '`resolution`?: 8, 32'],
    ['camera.brightness', '`param`: 1; `value`: 0 to 255'],
    [
      'settings.users',
      '`user1` to `user8`: at most 12 characters; ' +
        '`pwd1` to `pwd8`: password, at most 12 characters; `pri1` to `pri8`: 0, 1, 2',
    ],
    ['device.reboot', ''],
    [
      'settings-general.write-passwords',
      '`settingsPassword`?: password, at most 256 characters; ' +
        '`quittingPassword`?: password, at most 256 characters',
    ],
  ])('of %s', (id, text) => {
    expect(described(id)).toBe(text);
  });
});
