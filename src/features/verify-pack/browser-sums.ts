import { sha256 } from 'js-sha256';
import type { Sums } from '../../evidence/sums.ts';

/**
 * The sums of a browser. Its own SHA-256 wants a file whole in memory, hence the library; signatures it
 * checks by itself, if it is a recent one and the page came safely.
 */
export const browserSums: Sums = {
  sha256: () => {
    const sum = sha256.create();
    return { update: (piece) => sum.update(piece), hex: () => sum.hex() };
  },
  isSigned: async (publicKey, text, signature) => {
    // Typed as always there; a page that came without TLS has none.
    const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
    if (subtle === undefined) return null;
    try {
      const key = await subtle.importKey('raw', bytesOf(publicKey), 'Ed25519', false, ['verify']);
      return await subtle.verify('Ed25519', key, bytesOf(signature), bytesOf(text));
    } catch (fault) {
      const knowsNone = fault instanceof DOMException && fault.name === 'NotSupportedError';
      // Bytes that are no point of the curve are nobody's key.
      return knowsNone ? null : false;
    }
  },
};

/** Memory that nobody else shares, as these functions are typed. */
const bytesOf = (bytes: Uint8Array) => new Uint8Array(bytes);
