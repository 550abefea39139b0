import { t } from '../../messages/t.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const formats = units.map(
  (unit) => new Intl.NumberFormat('en', { style: 'unit', unit, maximumSignificantDigits: 3 }),
);

/** `1.2 GB`; powers of a thousand, as disks are sold. */
export function bytesText(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3);
  const at = Math.min(units.length - 1, power);
  return formats[at]?.format(bytes / 1000 ** at) ?? String(bytes);
}

const secondMs = 1000;

/** `1 d 2 h 5 min`, `30 s`: to the second, what is zero left out. */
export function lengthText(ms: number): string {
  const all = Math.max(1, Math.round(ms / secondMs));
  return t('exports.length', {
    days: Math.floor(all / 86_400),
    hours: Math.floor(all / 3600) % 24,
    minutes: Math.floor(all / 60) % 60,
    seconds: all % 60,
  }).trim();
}
