import { type ClipFrame, nalUnits } from './flv-clip.ts';

/** NAL units one after the other, each behind a start code of four bytes. */
function withStartCodes(units: readonly Uint8Array[]): Uint8Array {
  const total = units.reduce((sum, unit) => sum + 4 + unit.length, 0);
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const unit of units) {
    bytes[at + 3] = 1;
    bytes.set(unit, at + 4);
    at += 4 + unit.length;
  }
  return bytes;
}

/** A picture as a byte stream, parameter sets before a key picture; `first` goes before all. */
export function annexB(
  frame: ClipFrame,
  parameterSets: readonly Uint8Array[],
  first: readonly Uint8Array[] = [],
): Uint8Array {
  return withStartCodes([...first, ...(frame.key ? parameterSets : []), ...nalUnits(frame)]);
}
