import { type Accounts, userGroups } from './accounts.ts';
import { bareText, failure, type RawReply } from './raw-reply.ts';

const ok = (problem: string | null): RawReply =>
  problem === null ? bareText('OK\n') : failure(problem);

/** `pwdgrp.cgi` (5.1.2). */
export function answerPwdgrp(accounts: Accounts, query: URLSearchParams): RawReply {
  const user = query.get('user') ?? '';
  switch (query.get('action')) {
    case 'add':
      return ok(accounts.add(user, query.get('pwd') ?? '', query.get('sgrp') ?? ''));
    case 'update':
      return ok(accounts.update(user, query.get('pwd'), query.get('sgrp')));
    case 'remove':
      return ok(accounts.remove(user));
    case 'get':
      return bareText(
        userGroups.map((group) => `${group}="${membersOf(accounts, group).join(',')}"\n`).join(''),
      );
    default:
      return failure('action must be add, update, remove or get');
  }
}

function membersOf(accounts: Accounts, group: string): string[] {
  return accounts.all
    .filter(({ groups }) => groups.includes(group))
    .map(({ username }) => username);
}

/** `privacy.cgi` (5.1.3), the space before the first line's end included. */
export function answerPrivacy(accounts: Accounts): RawReply {
  const lines = accounts.all.map(({ username, groups }) => {
    const flags = userGroups.map((group) => (groups.includes(group) ? 1 : 0));
    return `${username}:${flags.join(':')}\n`;
  });
  return bareText(`Username:Dido:Camset:Talk:Listen \n${lines.join('')}`);
}

/** `userinfo.cgi` (5.1.3) tells every password in clear. */
export function answerUserinfo(accounts: Accounts): RawReply {
  const lines = accounts.all.map(({ username, password }) => `${username}:${password}\n`);
  return bareText(`List username and password\n${lines.join('')}`);
}
