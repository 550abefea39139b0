import { hkdfSync, randomBytes } from 'node:crypto';

const keyBytes = 32;

/** Keys of other purposes that must outlive the master key they came from. */
const keptPurposes = ['audit-mac/v1', 'evidence-signing/v1'] as const;

/**
 * The master key, the one before it while secrets are sealed anew, and derived keys that a new
 * master key must not change: what was signed with one could not be verified any more.
 */
export class KeyRing {
  readonly current: Uint8Array;
  readonly older: readonly Uint8Array[];
  readonly #kept: ReadonlyMap<string, Uint8Array>;

  private constructor(keys: readonly Uint8Array[], kept: ReadonlyMap<string, Uint8Array>) {
    const [current = randomBytes(keyBytes), ...older] = keys;
    this.current = current;
    this.older = older;
    this.#kept = kept;
  }

  static make(): KeyRing {
    return new KeyRing([randomBytes(keyBytes)], new Map());
  }

  /** @returns null for a text that holds no key, or anything that is none. */
  static parse(text: string): KeyRing | null {
    const keys: Uint8Array[] = [];
    const kept = new Map<string, Uint8Array>();
    for (const line of text.split('\n').map((one) => one.trim())) {
      if (line === '') continue;
      const [word = '', second, ...more] = line.split(' ');
      const key = Buffer.from(second ?? word, 'base64url');
      if (key.length !== keyBytes || more.length > 0) return null;
      if (second === undefined) keys.push(key);
      else kept.set(word, key);
    }
    return keys.length === 0 ? null : new KeyRing(keys, kept);
  }

  /** One key a line, the current one first; a derived key stands behind its purpose. */
  get text(): string {
    const keys = [this.current, ...this.older].map(encoded);
    const kept = [...this.#kept].map(([purpose, key]) => `${purpose} ${encoded(key)}`);
    return `${[...keys, ...kept].join('\n')}\n`;
  }

  /** The key for one purpose, which tells nothing of that for another. */
  derive(purpose: string): Uint8Array {
    return this.#kept.get(purpose) ?? derivedKey(this.current, purpose);
  }

  /** With a new current key before the others. */
  renewed(): KeyRing {
    const kept = keptPurposes.map((purpose) => [purpose, this.derive(purpose)] as const);
    return new KeyRing([randomBytes(keyBytes), this.current, ...this.older], new Map(kept));
  }

  /** Without the keys that nothing needs any more. */
  currentOnly(): KeyRing {
    return new KeyRing([this.current], this.#kept);
  }
}

export function derivedKey(masterKey: Uint8Array, purpose: string, bytes = 32): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, '', purpose, bytes));
}

function encoded(key: Uint8Array): string {
  return Buffer.from(key).toString('base64url');
}
