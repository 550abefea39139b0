import type { Credentials } from '../../protocols/protocol.ts';

/** The stored password as a device may repeat it: plain, or as the header that it came in. */
export function ownSecrets(credentials: Credentials | null): readonly string[] {
  if (credentials === null || credentials.password === '') return [];
  const { username, password } = credentials;
  const pair = Buffer.from(`${username}:${password}`);
  return [
    password,
    pair.toString('base64'),
    pair.toString('base64url'),
    pair.toString('hex'),
    Buffer.from(password).toString('base64'),
    Buffer.from(password).toString('hex'),
  ];
}
