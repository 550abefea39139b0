import { replyLines, something } from './text-reply.ts';

export interface AccountRights {
  readonly name: string;
  /** Rights that the account has, as the head of the table names them, e.g. `Talk`. */
  readonly rights: readonly string[];
}

/** The table of privacy.cgi: `Username:Dido:Camset:Talk:Listen`, then an account a line (5.1.3). */
export function readPrivacy(text: string, operation: string): readonly AccountRights[] {
  const lines = replyLines(text, operation).map((line) =>
    line.split(':').map((cell) => cell.trim()),
  );
  const at = lines.findIndex(([first]) => /^user ?name$/i.test(first ?? ''));
  const [, ...titles] = something(lines[at], operation);
  return lines.slice(at + 1).flatMap(([name = '', ...cells]) => {
    if (name === '' || cells.length !== titles.length) return [];
    return [{ name, rights: titles.filter((_, column) => cells[column] === '1') }];
  });
}

/** Names of the accounts that userinfo.cgi lists (5.1.3). It lists their passwords too: those stay behind. */
export function readAccountNames(text: string, operation: string): readonly string[] {
  const names = replyLines(text, operation).flatMap((line) => {
    const name = /^([A-Za-z0-9]{1,64}):/.exec(line)?.[1];
    return name === undefined ? [] : [name];
  });
  return something(names.length === 0 ? undefined : names, operation);
}
