/** Doubled, encoded or turned separators, dot segments, parameters and encoded controls. */
const odd = /\/\/|\\|;|\/\.{1,2}(?:[/?#]|$)|%(?:2[ef]|5c|3b|25|00|0[0-9a-f]|1[0-9a-f]|7f)/i;

/**
 * Whether a path can be read in one way only. What two readers could understand differently is how
 * one of them lets past what the other would have refused.
 */
export function isPlainPath(url: string): boolean {
  const [path = ''] = url.split('?', 1);
  return path.startsWith('/') && !odd.test(path);
}
