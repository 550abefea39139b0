import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { PackFault, PackVerdict } from '../../evidence/verify-pack.ts';
import { verifyFolder, verifyZip } from './pack-sources.ts';

const usage = `Usage: npm run verify -- FOLDER-OR-ZIP [--key KEY]

Says whether an evidence pack is as it was written. KEY is the public key of the control room, as it
was learned elsewhere: 44 letters, or a file that holds them.`;

const faultWords: Readonly<Record<PackFault['kind'], string>> = {
  changed: 'CHANGED',
  missing: 'MISSING',
  extra: 'EXTRA: not part of the pack',
  unreadable: 'UNREADABLE',
  archive: 'The archive is not the one that was given out: it was changed or packed anew',
  unchecked: 'The signature could not be checked',
  signature: 'The signature does not fit',
  key: 'Signed with another key than the one given',
};

export interface CommandResult {
  readonly code: 0 | 1 | 2;
  readonly text: string;
}

/** 0 where all of it fits, 1 where it does not, 2 where nothing could be looked at. */
export async function verifyCommand(args: readonly string[]): Promise<CommandResult> {
  const asked = read(args);
  if (asked === null) return { code: 2, text: usage };
  try {
    const key = asked.key === undefined ? undefined : await keyOf(asked.key);
    const isFolder = (await stat(asked.place)).isDirectory();
    const verdict = await (isFolder ? verifyFolder : verifyZip)(asked.place, key);
    return { code: verdict.faults.length === 0 ? 0 : 1, text: verdictText(verdict, key) };
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : '';
    return { code: 2, text: `${asked.place} cannot be read. ${why}` };
  }
}

function read(args: readonly string[]) {
  try {
    const options = { key: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [place, ...more] = positionals;
    return place === undefined || more.length > 0 ? null : { place, key: values.key };
  } catch {
    // An option that is not there: the usage says which there are.
    return null;
  }
}

async function keyOf(given: string): Promise<string> {
  return /^[A-Za-z0-9+/]{43}=$/.test(given) ? given : (await readFile(given, 'utf8')).trim();
}

function verdictText({ faults, files, manifest }: PackVerdict, key: string | undefined): string {
  if (faults.length > 0) {
    const lines = faults.map(({ kind, name }) => `  ${faultWords[kind]}: ${name}`);
    return ['This pack is not as it was written.', ...lines].join('\n');
  }
  const signer =
    key === undefined
      ? `It names this key as its own; compare it with that of the control room, or give it with --key:\n  ${manifest?.publicKey}`
      : 'It was signed with the key that you gave.';
  return `All ${files} files are as they were written, and the signature fits.\n${signer}`;
}
