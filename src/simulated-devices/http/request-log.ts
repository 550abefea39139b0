export interface LoggedRequest {
  readonly atMs: number;
  readonly method: string;
  /** Path and query with every value that may be a secret replaced. */
  readonly target: string;
  readonly headerNames: readonly string[];
}

const mostEntries = 2000;
const secretName = /^(auth|login|pwd\d*|password|.*_pwd|user|wpa_psk|key\d|wifi_key\d)$/i;

/** Whether a parameter of this name may hold a credential. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Takes the values of credentials out of a request target. */
export function withoutSecrets(target: string): string {
  const [path = '', query] = target.split(/\?(.*)/s);
  if (query === undefined) return path;
  const parts = query.split('&').map((part) => {
    const name = part.split('=')[0] ?? '';
    return isSecretName(name.replace('?', '')) && part.includes('=') ? `${name}=***` : part;
  });
  return `${path}?${parts.join('&')}`;
}

/** What a device was asked, newest last, bounded. */
export class RequestLog {
  readonly #entries: LoggedRequest[] = [];

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  add(entry: LoggedRequest): void {
    this.#entries.push({ ...entry, target: withoutSecrets(entry.target) });
    if (this.#entries.length > mostEntries) this.#entries.shift();
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
