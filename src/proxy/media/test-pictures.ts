/** Deterministic material for tests: random numbers, JPEG-shaped pictures, multipart bodies. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const upTo = (random: Random, limit: number) => Math.floor(random() * limit);

/** Not a picture that a decoder would like, but with the structure of one, and with its number in it. */
export function picture(
  number: number,
  bytes: number,
  random: Random = seeded(number + 1),
): Buffer {
  const scan = Buffer.alloc(Math.max(8, bytes));
  for (let at = 0; at < scan.length; at += 1) scan[at] = upTo(random, 256);
  // Inside a scan, FF is followed by zero or by a restart marker.
  for (let at = 0; at < scan.length - 1; at += 1) if (scan[at] === 0xff) scan[at + 1] = 0;
  if (scan[scan.length - 1] === 0xff) scan[scan.length - 1] = 0;
  const label = Buffer.alloc(8);
  label.writeUInt16BE(0xffe0, 0);
  label.writeUInt16BE(6, 2);
  label.writeUInt32BE(number, 4);
  const start = Buffer.from([0xff, 0xd8]);
  const scanHeader = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0]);
  return Buffer.concat([start, label, scanHeader, scan, Buffer.from([0xff, 0xd9])]);
}

export interface PartStyle {
  readonly boundary: string;
  readonly newline: string;
  /** Header lines of a part, without their newlines. */
  readonly header: (length: number) => readonly string[];
}

export const padded: PartStyle = {
  boundary: '--BoundaryString',
  newline: '\r\n',
  header: (length) => ['Content-type: image/jpeg', `Content-Length: ${String(length).padStart(9)}`],
};
export const plain: PartStyle = {
  boundary: '--ipcamera',
  newline: '\r\n',
  header: (length) => ['Content-Type: image/jpeg', `Content-Length: ${length}`],
};
export const lengthless: PartStyle = {
  boundary: '--ffmpeg',
  newline: '\r\n',
  header: () => ['content-type: image/jpeg'],
};
export const bareLines: PartStyle = {
  boundary: '----',
  newline: '\n',
  header: () => ['Content-Type: image/jpeg', 'X-Timestamp: 1.5'],
};
export const naked: PartStyle = { boundary: '', newline: '', header: () => [] };

export function part(style: PartStyle, body: Buffer): Buffer {
  const lines = [style.boundary, ...style.header(body.length), ''];
  const head = lines.map((line) => line + style.newline).join('');
  return Buffer.concat([Buffer.from(head, 'latin1'), body, Buffer.from(style.newline, 'latin1')]);
}
