const mostCookies = 16;
const longestCookie = 4096;
const cookiePair = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+)=([\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*)/;

/** The cookies of one device: names and values only; they never leave its origin anyway. */
export class CookieJar {
  readonly #values = new Map<string, string>();

  /** @param lines values of `Set-Cookie` headers */
  store(lines: readonly string[]): void {
    for (const line of lines) {
      const match = cookiePair.exec(line.slice(0, longestCookie));
      const name = match?.[1];
      if (name === undefined) continue;
      const value = match?.[2] ?? '';
      if (value === '' || /;\s*max-age=0\b/i.test(line)) this.#values.delete(name);
      else if (this.#values.has(name) || this.#values.size < mostCookies) {
        this.#values.set(name, value);
      }
    }
  }

  /** The value of a `Cookie` header, or undefined when the jar is empty. */
  header(): string | undefined {
    if (this.#values.size === 0) return undefined;
    return Array.from(this.#values, ([name, value]) => `${name}=${value}`).join('; ');
  }

  clear(): void {
    this.#values.clear();
  }
}
