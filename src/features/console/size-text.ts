const units = [
  { unit: 'megabyte', bytes: 1024 * 1024 },
  { unit: 'kilobyte', bytes: 1024 },
] as const;

/** A size in its largest unit, e.g. `64 kB`. */
export function sizeText(bytes: number, locale = document.documentElement.lang): string {
  const found = units.find((one) => bytes >= one.bytes) ?? { unit: 'byte', bytes: 1 };
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: found.unit,
    // The short form of bytes knows no plural.
    unitDisplay: found.unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / found.bytes);
}
