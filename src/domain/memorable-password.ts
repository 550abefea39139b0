/** Without letters that are read or said as another one. */
const consonants = 'bdfghklmnprstvzj';
const vowels = 'aeiou';
const pattern = [consonants, vowels, consonants, vowels, consonants];
const words = 4;

/** How many random numbers one password takes. */
export const randomsPerPassword = words * pattern.length;

/**
 * Four words that can be said and belong to no language, e.g. `bolur-tigan-ramos-suvil`: 66 bits.
 * @param randoms that many numbers of 32 random bits
 */
export function memorablePassword(randoms: Uint32Array): string {
  return Array.from({ length: words }, (_, word) =>
    pattern
      .map((letters, place) => {
        const random = randoms[word * pattern.length + place] ?? 0;
        return letters[random % letters.length];
      })
      .join(''),
  ).join('-');
}
