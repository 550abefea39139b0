import { percentText } from './percent-text.ts';

const address = /\b[a-z][a-z0-9+.-]{1,15}:\/\/[^\s"'<>]*/gi;
const secretName = /pass(?:word|wd)?|pwd|secret|token|credential|^auth$|session/i;

/** An address in a text may carry an account, and is of no use to people. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(address, '…');
}

/** A text for people, decoded where the server encoded it. */
export function plainText(text: string): string {
  return withoutAddresses(percentText(text));
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
