import { randomInt } from 'node:crypto';

/** Digits and capitals without `0 1 I O`, which people mistake for each other: 5 bits each. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 8;

/** 40 random bits to read aloud. */
export function makePairingCode(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** In two halves, as a person reads it: `7KQ2-MXP4`. */
export function spacedCode(code: string): string {
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
}

/** What somebody typed, without the dash, spaces and small letters. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '');
}
