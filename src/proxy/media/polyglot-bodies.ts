const script = '<script>alert(document.domain)</script>';
const page = `<!DOCTYPE html><html><body onload="alert(1)">${script}</body></html>`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`;

function bytes(...parts: readonly (string | readonly number[])[]): Buffer {
  return Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );
}

const startOfJpeg = [0xff, 0xd8, 0xff];
const comment = (text: string) => [0xfe, 0, text.length + 2];
const tsPacket = (text: string) =>
  bytes([0x47], text.padEnd(187, ' '), [0x47], ''.padEnd(187, ' '));
const box = (kind: string, text: string) => bytes([0, 0, 0, 8 + text.length], kind, text);

/** Bodies that are two things at once, or another thing than a camera sends. */
export const polyglots: readonly (readonly [string, Buffer])[] = [
  ['a page', bytes(page)],
  ['a page after a blank', bytes('\r\n \t', page)],
  ['a page after the mark of UTF-8', bytes([0xef, 0xbb, 0xbf], page)],
  ['a page in UTF-16', bytes([0xff, 0xfe], Buffer.from(page, 'utf16le').toString('latin1'))],
  ['a page in UTF-7', bytes('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')],
  ['a page in a comment', bytes('<!-- ', 'x'.repeat(2000), ' -->', page)],
  ['a page after a kilobyte of zeros', bytes(new Array(1024).fill(0), page)],
  [
    'XHTML',
    bytes(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`),
  ],
  ['SVG', bytes(svg)],
  ['SVG behind a declaration', bytes('<?xml version="1.0"?><!DOCTYPE svg>', svg)],
  [
    'XML with a style sheet',
    bytes('<?xml-stylesheet href="data:text/xsl,x" type="text/xsl"?><a/>'),
  ],
  ['a script', bytes('alert(document.domain)//')],
  ['a module', bytes('export default alert(1)')],
  ['a style sheet', bytes('@import "http://192.0.2.1/";')],
  ['JSON with a page in it', bytes(`{"a":"${script}"}`)],
  ['MHTML', bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n', page)],
  ['PDF', bytes('%PDF-1.7\n', page)],
  ['a JPEG that goes on as a page', bytes(startOfJpeg, [0xe0], page)],
  ['a JPEG with a page as its comment', bytes(startOfJpeg, comment(script), script)],
  ['a JPEG behind which a page stands', bytes(startOfJpeg, [0xe0, 0, 2, 0xff, 0xd9], page)],
  ['a JPEG in a page', bytes(page, startOfJpeg, [0xe0, 0, 2, 0xff, 0xd9])],
  ['half a JPEG and a page', bytes([0xff, 0xd8], page)],
  ['GIF that is a script', bytes('GIF89a=1;alert(1)//')],
  ['GIF in packets', tsPacket(`IF89a/*${page}*/`)],
  ['PNG with a page', bytes([0x89], 'PNG\r\n\x1a\n', page)],
  ['BMP with a script', bytes('BM=1;alert(1)//')],
  ['WebP with a page', bytes('RIFF', [0xff, 0, 0, 0], 'WEBPVP8 ', page)],
  ['an icon with a page', bytes([0, 0, 1, 0], page)],
  ['FLV that goes on as a page', bytes('FLV', page)],
  ['FLV whose tags are a page', bytes('FLV', [1, 1, 0, 0, 0, 9, 0, 0, 0, 0], page)],
  ['packets with a page', tsPacket(page)],
  ['a box with a page', box('ftyp', page)],
  ['a free box with a page', box('free', page)],
  ['sound with a page', bytes('ID3', page)],
  ['a playlist with a page', bytes('#EXTM3U\n#EXTINF:1,', script, '\n', script, '\n')],
  ['a playlist of scripts', bytes('#EXTM3U\n#EXTINF:1,\njavascript:alert(1)\n')],
  ['a playlist that is a page', bytes('#EXTM3U', page)],
  [
    'a playlist with a page in each tag',
    bytes(`#EXTM3U\n#EXT-X-${script}\n#EXT-X-MAP:URI="${script}"\n#EXTINF:1,\na.ts\n`),
  ],
  ['multipart with a page', bytes('--b\r\nContent-Type: text/html\r\n\r\n', page, '\r\n--b--')],
  ['an archive', bytes('PK\x03\x04', page)],
  ['a program', bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], page)],
  ['Flash', bytes('CWS', page)],
  ['a header in the body', bytes('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n', page)],
  ['nothing', bytes('')],
];

/** What a device may call any of them. */
export const claimedTypes: readonly string[] = [
  'text/html',
  'image/svg+xml',
  'application/xhtml+xml',
  'text/html; charset=utf-7',
  'text/javascript',
  'image/jpeg, text/html',
  'multipart/x-mixed-replace; boundary=b',
  'x',
];
