const bytesPerLine = 16;

/** Sixteen bytes a line: offset, digits, and the characters that have a shape. */
export function hexLines(hex: string): string {
  const bytes = hex.match(/../g) ?? [];
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += bytesPerLine) {
    const row = bytes.slice(at, at + bytesPerLine);
    const digits = row.join(' ').padEnd(bytesPerLine * 3 - 1);
    lines.push(`${at.toString(16).padStart(4, '0')}  ${digits}  ${row.map(shape).join('')}`);
  }
  return lines.join('\n');
}

function shape(byte: string): string {
  const code = Number.parseInt(byte, 16);
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '.';
}
