import { percentText } from './percent-text.ts';

const address = /\b[a-z][a-z0-9+.-]{1,15}:\/\/[^\s"'<>]*/gi;
const secretName = /pass(?:word|wd)?|pwd|secret|token|credential|^auth$|session/i;

/** A text for people: an address in it may carry an account, and is of no use to them. */
export function plainText(text: string): string {
  return percentText(text).replaceAll(address, '…');
}

/** The plain values of an object by their names, without those that may be secret. */
export function plainFacts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const text = valueText(value);
      return text === undefined || secretName.test(name) ? [] : [[name, text]];
    }),
  );
}

/** Lists hold plain values in the examples; what lies deeper is left out. */
function valueText(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    return value.flatMap((one) => (Array.isArray(one) ? [] : (valueText(one) ?? []))).join(', ');
  }
  if (typeof value === 'string') return plainText(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
