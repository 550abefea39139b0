const hex = (byte: number) => byte.toString(16).padStart(2, '0').toUpperCase();
const shortestAvc = 7;
const shortestHevc = 23;

/** `avc1.…` of an AVC record (RFC 6381 section 3.3); null where it is none. */
export function avcCodec(record: Uint8Array): string | null {
  if (record.length < shortestAvc || record[0] !== 1) return null;
  return `avc1.${[...record.subarray(1, 4)].map(hex).join('')}`;
}

/** `hvc1.…` of an HEVC record (ISO/IEC 14496-15 annex E.3); null where it is none. */
export function hevcCodec(record: Uint8Array): string | null {
  if (record.length < shortestHevc) return null;
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const profile = view.getUint8(1);
  const space = ['', 'A', 'B', 'C'][profile >> 6] ?? '';
  const tier = (profile & 0x20) === 0 ? 'L' : 'H';
  const constraints = [...record.subarray(6, 12)];
  while (constraints.length > 0 && constraints.at(-1) === 0) constraints.pop();
  return [
    'hvc1',
    `${space}${profile & 0x1f}`,
    reversedBits(view.getUint32(2)).toString(16).toUpperCase(),
    `${tier}${view.getUint8(12)}`,
    ...constraints.map((byte) => byte.toString(16).toUpperCase()),
  ].join('.');
}

function reversedBits(value: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 32; bit += 1) reversed = reversed * 2 + ((value >>> bit) & 1);
  return reversed;
}
