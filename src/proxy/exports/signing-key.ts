import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** What the key that signs evidence is derived for; a new master key leaves it as it is. */
export const signingPurpose = 'evidence-signing/v1';

/** What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/** Signs manifests; whoever has the public key can tell that they come from here. */
export class SigningKey {
  readonly #key: KeyObject;
  /** Base64 of the raw 32 bytes. */
  readonly publicKey: string;
  /** For openssl. */
  readonly publicPem: string;

  constructor(seed: Uint8Array) {
    const key = Buffer.concat([privateHead, seed]);
    this.#key = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
    const shown = createPublicKey(this.#key);
    this.publicKey = rawOf(shown);
    this.publicPem = String(shown.export({ format: 'pem', type: 'spki' }));
  }

  /** 64 bytes. */
  sign(text: Uint8Array): Buffer {
    return sign(null, text, this.#key);
  }
}

function rawOf(key: KeyObject): string {
  const der = key.export({ format: 'der', type: 'spki' });
  return der.subarray(publicHead.length).toString('base64');
}

/** @param publicKey the raw 32 bytes */
export function isSignedBy(
  publicKey: Uint8Array,
  text: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = Buffer.concat([publicHead, publicKey]);
  try {
    const shown = createPublicKey({ key, format: 'der', type: 'spki' });
    return verify(null, text, shown, signature);
  } catch {
    // Bytes that are no point of the curve are nobody's key.
    return false;
  }
}
