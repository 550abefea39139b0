import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const version = 'v1';
const ivBytes = 12;
const tagBytes = 16;

/** What a secret belongs to. It opens only there: an edited host cannot lead a password astray. */
export interface SealContext {
  readonly deviceId: string;
  readonly field: string;
  readonly origin: string;
}

/** Seals secrets with AES-256-GCM under a key derived for this one purpose. */
export class Sealer {
  readonly #key: Uint8Array;

  constructor(masterKey: Uint8Array) {
    this.#key = new Uint8Array(hkdfSync('sha256', masterKey, '', 'device-secret/v1', 32));
  }

  /** @returns `v1.iv.tag.text`, the parts in base64url. */
  seal(plain: string, context: SealContext): string {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv, { authTagLength: tagBytes });
    cipher.setAAD(boundTo(context));
    const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    const parts = [iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'));
    return [version, ...parts].join('.');
  }

  /** @returns null when key, context or a single bit is not that of the sealing. */
  open(sealed: string, context: SealContext): string | null {
    const [tag, ivText, tagText, text, ...more] = sealed.split('.');
    if (tag !== version || !ivText || !tagText || text === undefined || more.length > 0)
      return null;
    const iv = decode(ivText);
    const authTag = decode(tagText);
    const body = decode(text);
    if (iv?.length !== ivBytes || authTag?.length !== tagBytes || !body) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, iv, { authTagLength: tagBytes });
      decipher.setAAD(boundTo(context));
      decipher.setAuthTag(authTag);
      const plain = Buffer.concat([decipher.update(body), decipher.final()]);
      return plain.toString('utf8');
    } catch {
      return null;
    }
  }
}

function boundTo(context: SealContext): Buffer {
  return Buffer.from([context.deviceId, context.field, context.origin].join('|'));
}

/** Refuses spellings with stray bits, so that no two texts open to the same secret. */
function decode(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}
