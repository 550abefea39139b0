const length = 8;

/**
 * A code as it is typed or pasted, brought to the form in which the screen shows it: capitals, two
 * halves, a dash. What cannot be part of one is left out.
 */
export function codeText(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, length);
  return plain.length > length / 2
    ? `${plain.slice(0, length / 2)}-${plain.slice(length / 2)}`
    : plain;
}

export function isWholeCode(code: string): boolean {
  return /^[A-Z0-9]{4}-[A-Z0-9]{4}$/.test(code);
}
