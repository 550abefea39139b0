import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readOptions } from '../proxy-options.ts';
import { readKeyRing } from '../registry/key-file.ts';
import { StartFailure } from '../start-failure.ts';
import { openRecord } from '../store/open-record.ts';
import { verdictWords } from './verdict-words.ts';
import { type KnownHead, verifyRecord } from './verify-record.ts';

const usage = `Usage: npm run audit -- verify [--data FOLDER] [--key-file FILE] [--head NUMBER:MAC]

Says whether the record is whole. With --head, a line of the log ("audit.head") must be in it too.`;

export interface CommandResult {
  readonly code: 0 | 1;
  readonly text: string;
}

/** `npm run audit`: for whoever has the data folder and the key, also without a running proxy. */
export async function auditCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<CommandResult> {
  try {
    return await verify(args, environment);
  } catch (failure) {
    if (failure instanceof StartFailure) return { code: 1, text: failure.message };
    throw failure;
  }
}

async function verify(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<CommandResult> {
  const { positionals, values } = parse(args);
  if (positionals.length !== 1 || positionals[0] !== 'verify') return { code: 1, text: usage };
  const known = values.head === undefined ? undefined : readHead(values.head);
  const { dataFolder, keyFile } = readOptions(
    (['data', 'key-file'] as const).flatMap((name) => {
      const value = values[name];
      return value === undefined ? [] : [`--${name}`, value];
    }),
    environment,
  );
  // A key that is made now fits no record.
  if (!existsSync(keyFile)) {
    throw new StartFailure(
      `There is no key file ${keyFile}. Name it with --key-file, or with WATCHFLOOR_KEY_FILE.`,
    );
  }
  const key = readKeyRing(keyFile, dataFolder).derive('audit-mac/v1');
  const record = openRecord(dataFolder);
  try {
    const verdict = await verifyRecord(record.store, key, known);
    return { code: verdict.fault === undefined ? 0 : 1, text: verdictWords(verdict) };
  } finally {
    await record.close();
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        'key-file': { type: 'string' },
        head: { type: 'string' },
      },
    });
  } catch (error) {
    throw new StartFailure(`${error instanceof Error ? error.message : ''}\n\n${usage}`.trim());
  }
}

function readHead(text: string): KnownHead {
  const [, number, mac] = /^(\d{1,15}):([\w-]{43})$/.exec(text) ?? [];
  if (number !== undefined && mac !== undefined) return { number: Number(number), mac };
  throw new StartFailure('The head is a number, a colon and 43 letters, as the log has it.');
}
