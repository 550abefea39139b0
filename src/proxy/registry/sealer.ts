import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey } from './key-ring.ts';

const ivBytes = 12;
const tagBytes = 16;
const keyIdBytes = 6;

/** What a secret belongs to. It opens only there: an edited host cannot lead a password astray. */
export interface SealContext {
  readonly deviceId: string;
  readonly field: string;
  readonly origin: string;
}

interface SealKey {
  readonly id: string;
  readonly key: Uint8Array;
}

interface SealedParts {
  readonly header: string;
  readonly keys: readonly SealKey[];
  readonly parts: readonly string[];
}

/** Seals secrets with AES-256-GCM under a key derived for this one purpose. */
export class Sealer {
  readonly #current: SealKey;
  readonly #keys: readonly SealKey[];

  /** @param older open what they sealed, but seal nothing more */
  constructor(masterKey: Uint8Array, older: readonly Uint8Array[] = []) {
    this.#current = sealKey(masterKey);
    this.#keys = [this.#current, ...older.map(sealKey)];
  }

  /** @returns `v2.key.iv.tag.text`, the parts in base64url, `key` naming the key. */
  seal(plain: string, context: SealContext): string {
    const { id, key } = this.#current;
    const header = `v2.${id}`;
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
    cipher.setAAD(boundTo(context, header));
    const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    const parts = [iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'));
    return [header, ...parts].join('.');
  }

  /** @returns null when key, context or a single bit is not that of the sealing. */
  open(sealed: string, context: SealContext): string | null {
    const { header, keys, parts } = this.#read(sealed);
    const [ivText, tagText, text, ...more] = parts;
    if (!ivText || !tagText || text === undefined || more.length > 0) return null;
    const iv = decode(ivText);
    const authTag = decode(tagText);
    const body = decode(text);
    if (iv?.length !== ivBytes || authTag?.length !== tagBytes || !body) return null;
    for (const { key } of keys) {
      const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
      decipher.setAAD(boundTo(context, header));
      decipher.setAuthTag(authTag);
      const plain = decipher.update(body);
      if (isWhole(decipher)) return plain.toString('utf8');
    }
    return null;
  }

  /** Whether the current key sealed it. */
  isCurrent(sealed: string): boolean {
    return sealed.startsWith(`v2.${this.#current.id}.`);
  }

  /** `v1.iv.tag.text` names no key: any may have sealed it. */
  #read(sealed: string): SealedParts {
    const [version, ...rest] = sealed.split('.');
    if (version === 'v1') return { header: '', keys: this.#keys, parts: rest };
    const [id, ...parts] = rest;
    const keys = version === 'v2' ? this.#keys.filter((key) => key.id === id) : [];
    return { header: `v2.${id}`, keys, parts };
  }
}

function sealKey(masterKey: Uint8Array): SealKey {
  const id = Buffer.from(derivedKey(masterKey, 'device-secret-id/v1', keyIdBytes));
  return { id: id.toString('base64url'), key: derivedKey(masterKey, 'device-secret/v1') };
}

/** The header is bound too, so that none can pass for one of an older version. */
function boundTo(context: SealContext, header: string): Buffer {
  const belongsTo = [context.deviceId, context.field, context.origin];
  return Buffer.from([...belongsTo, ...(header === '' ? [] : [header])].join('|'));
}

function isWhole(decipher: { final(): Buffer }): boolean {
  try {
    decipher.final();
    return true;
  } catch {
    return false;
  }
}

/** Refuses spellings with stray bits, so that no two texts open to the same secret. */
function decode(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}
