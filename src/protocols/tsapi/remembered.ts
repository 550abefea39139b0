/** Far more than go on at one time on any site; the oldest gives way. */
const most = 4096;

/** Keeps a value for each of the newest keys. */
export class Remembered<Value> {
  readonly #byKey = new Map<string, Value>();

  get(key: string): Value | undefined {
    return this.#byKey.get(key);
  }

  set(key: string, value: Value): void {
    this.#byKey.delete(key);
    this.#byKey.set(key, value);
    for (const oldest of this.#byKey.keys()) {
      if (this.#byKey.size <= most) break;
      this.#byKey.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#byKey.delete(key);
  }
}
