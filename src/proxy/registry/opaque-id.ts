import { randomBytes } from 'node:crypto';

/** 128 random bits, 22 characters: says nothing of what it names and cannot be guessed. */
export function opaqueId(): string {
  return randomBytes(16).toString('base64url');
}
