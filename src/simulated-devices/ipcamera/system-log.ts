const mostLines = 200;

/** What `systemlog.cgi` and the server report tell; the oldest lines go first. */
export class SystemLog {
  readonly #lines: string[] = [];
  readonly #clock: () => string;

  constructor(clock: () => string) {
    this.#clock = clock;
  }

  get text(): string {
    return this.#lines.map((line) => `${line}\r\n`).join('');
  }

  add(message: string): void {
    this.#lines.push(`${this.#clock()} ${message}`);
    if (this.#lines.length > mostLines) this.#lines.shift();
  }
}
