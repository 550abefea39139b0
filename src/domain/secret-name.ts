const secretParts = /pwd|passw|passphrase|psk|secret|credential|authoriz/i;
/** `auth` and `login` are what clients that cannot send a header put the account into. */
const secretWords = new Set(['pass', 'auth', 'login', 'key', 'apikey', 'pin', 'pw']);
/** `key1` to `key4` are those of a wireless network; `key1_bits` is their length. */
const words = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** Whether what goes by this name is likely to be a secret. Rather one too many than one too few. */
export function isSecretName(name: string): boolean {
  if (secretParts.test(name)) return true;
  const last = name.match(words)?.at(-1)?.toLowerCase() ?? '';
  return secretWords.has(last);
}
