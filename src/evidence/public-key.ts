const keyBytes = 32;

/** The 32 bytes of an Ed25519 key from its base64, in the one way in which it is written; else null. */
export function publicKeyOf(text: string): Uint8Array | null {
  try {
    const letters = atob(text);
    if (letters.length !== keyBytes || btoa(letters) !== text) return null;
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  } catch {
    // Not base64.
    return null;
  }
}
