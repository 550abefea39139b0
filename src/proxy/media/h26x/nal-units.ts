const startCode = Buffer.from([0, 0, 1]);
const lengthBytes = 4;
/** No unit is shorter than its header and one byte of payload. */
const shortestUnit = 2;

/** Cuts a body with start codes into its units (ITU-T H.264 and H.265, annex B). */
export function unitsByStartCode(bytes: Buffer): Buffer[] {
  const units: Buffer[] = [];
  let at = bytes.indexOf(startCode);
  while (at !== -1) {
    const from = at + startCode.length;
    at = bytes.indexOf(startCode, from);
    let end = at === -1 ? bytes.length : at;
    // The zero before a longer start code, and padding, belong to no unit.
    while (end > from && bytes[end - 1] === 0) end -= 1;
    if (end - from >= shortestUnit) units.push(bytes.subarray(from, end));
  }
  return units;
}

/** Cuts a body with a length before each unit; empty unless the lengths fill it exactly. */
export function unitsByLength(bytes: Buffer): Buffer[] {
  const units: Buffer[] = [];
  let at = 0;
  while (at + lengthBytes <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    at += lengthBytes;
    if (length < shortestUnit || at + length > bytes.length) return [];
    units.push(bytes.subarray(at, at + length));
    at += length;
  }
  return at === bytes.length ? units : [];
}

/** The units one after the other with their lengths before them, as FLV and MP4 hold them. */
export function joinByLength(units: readonly Buffer[]): Buffer {
  const total = units.reduce((sum, { length }) => sum + lengthBytes + length, 0);
  const joined = Buffer.allocUnsafe(total);
  let at = 0;
  for (const unit of units) {
    at = joined.writeUInt32BE(unit.length, at);
    at += unit.copy(joined, at);
  }
  return joined;
}
