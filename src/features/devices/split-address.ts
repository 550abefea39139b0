/** What a person typed or pasted, with any account taken out of it. */
export interface SplitAddress {
  readonly address: string;
  readonly username?: string;
  readonly password?: string;
}

/** Names under which devices take an account in the query: IPCAM `user`/`pwd` and its relatives. */
const accountParameters = /^(?:user|usr|username|loginuse|pwd|pass|password|loginpas)$/i;
const userParameter = /^(?:user|usr|username|loginuse)$/i;

/** Takes `user:password@` and `?user=…&pwd=…` out of an address, so that neither stays visible. */
export function splitAddress(typed: string): SplitAddress {
  const trimmed = typed.trim();
  const [, scheme = '', authority = '', rest = ''] =
    /^([a-z][a-z\d+.-]*:\/\/)?([^/?#]*)(.*)$/is.exec(trimmed) ?? [];
  const at = authority.lastIndexOf('@');
  const query = splitQuery(rest);
  const address = scheme + authority.slice(at + 1) + query.rest;
  if (at < 0) return { ...query.account, address };
  const [username = '', ...password] = authority.slice(0, at).split(':');
  return {
    address,
    username: decoded(username),
    ...(password.length > 0 && { password: decoded(password.join(':')) }),
  };
}

function splitQuery(rest: string): { rest: string; account: Omit<SplitAddress, 'address'> } {
  const begin = rest.indexOf('?');
  if (begin < 0) return { rest, account: {} };
  const parts = rest.slice(begin + 1).split('&');
  const isAccount = (part: string) => accountParameters.test(part.split('=')[0] ?? '');
  const account: { username?: string; password?: string } = {};
  for (const part of parts.filter(isAccount)) {
    const [name = '', ...value] = part.split('=');
    account[userParameter.test(name) ? 'username' : 'password'] = decoded(value.join('='));
  }
  const kept = parts.filter((part) => !isAccount(part)).join('&');
  return { rest: rest.slice(0, begin) + (kept === '' ? '' : `?${kept}`), account };
}

/** A stray percent sign is a character like any other. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
