const blockBytes = 512;
const entry = 'etc/camera.conf';
const sizeAt = 124;
const checksumAt = 148;

/** The backup: a tar with the parameters of this unit, marked with its serial number. */
export function writeBackup(serial: string, pairs: string): Buffer {
  const content = Buffer.from(`# ${serial}\n${pairs}`);
  const header = Buffer.alloc(blockBytes);
  header.write(entry, 0, 'ascii');
  header.write('0000644\u00000000000\u00000000000\u0000', 100, 'ascii');
  header.write(`${content.length.toString(8).padStart(11, '0')}\u0000`, sizeAt, 'ascii');
  header.write('00000000000\u0000', 136, 'ascii');
  header.write('        0', checksumAt, 'ascii');
  header.write('ustar\u000000', 257, 'ascii');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, checksumAt, 'ascii');
  const padding = Buffer.alloc((blockBytes - (content.length % blockBytes)) % blockBytes);
  return Buffer.concat([header, content, padding, Buffer.alloc(2 * blockBytes)]);
}

/** The parameters of a backup; null when it is none of this unit. */
export function readBackup(serial: string, file: Buffer): Map<string, string> | null {
  const name = file.subarray(0, entry.length).toString('ascii');
  const size = Number.parseInt(file.subarray(sizeAt, sizeAt + 11).toString('ascii'), 8);
  if (name !== entry || !(size >= 0) || file.length < blockBytes + size) return null;
  const [mark, ...lines] = file
    .subarray(blockBytes, blockBytes + size)
    .toString('utf8')
    .split('\n');
  if (mark !== `# ${serial}`) return null;
  return new Map(
    lines.flatMap((line) => {
      const [, key, value] = /^root\.([^=]+)=(.*)$/.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
}
