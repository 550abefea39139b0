/** The mark at the beginning without which a spreadsheet takes UTF-8 for its own code page. */
export const csvMark = '\uFEFF';

/** A line of RFC 4180, with its end. */
export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map(cellOf).join(',')}\r\n`;
}

/** A name that begins like a formula would be run by the spreadsheet that opens the file. */
function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const inert = /^[\s]*[=+\-@\t\r\n|%]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
