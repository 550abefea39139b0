/**
 * What the numbers 0 to 7 of `dateFormat` stand for. The document only counts them; 1 is as
 * captured, the others are inferred.
 */
export const datePatterns: readonly string[] = [
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'YYYY/MM/DD',
  'DD-MM-YYYY',
  'MM-DD-YYYY',
  'YYYY-MM-DD',
  'DD.MM.YYYY',
  'YYYY.MM.DD',
];
