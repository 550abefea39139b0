interface Account {
  readonly username: string;
  readonly password: string;
}

let last: Account | null = null;

/** Keeps the account that a device took, in memory only and until the window closes. */
export function rememberAccount(account: Account): void {
  last = account;
}

/** The account that a device took before; its password is sent again but never shown. */
export function lastAccount(): Account | null {
  return last;
}
