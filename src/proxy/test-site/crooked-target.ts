import fc from 'fast-check';

/** Pieces with which one reader of an address is told something else than another. */
const inserts = [
  ...['/', '//', '\\', '\\\\', '.', '..', '/.', '/..', '/./', '/../', '..;/', '/.;/', ';', ';a=b'],
  ...['%2f', '%2F', '%5c', '%2e', '%2E', '%2e%2e', '%2e%2e%2f', '%252f', '%252e', '%25', '%3b'],
  ...['%00', '%09', '%0a', '%0d', '%0d%0a', '%20', '%7f', '%23', '%3f', '%3F', '%26', '%2a', '%40'],
  // Overlong and half UTF-8, other writings of a slash and a dot, and what is no encoding at all.
  ...['%c0%af', '%c0%ae', '%e0%80%af', '%f0%80%80%af', '%ef%bc%8f', '%e2%88%95', '%ef%bc%8e'],
  ...['%u002f', '%u2215', '%ff', '%fe%ff', '%', '%2', '%zz', '%c3', '\xef\xbc\x8f', '\xc0\xaf'],
  ...['?', '??', '#', '?x=', '#/', '&', '*', ':', '@', '~', '!', '|', '"', '<', '>', '{', '}', '^'],
  ...[
    '\0',
    '\t',
    ' ',
    '\x0b',
    '\x7f',
    '\xa0',
    '.json',
    '.js',
    '.css',
    '.png',
    '/index.html',
    '.bak',
  ],
  ...['/*', '/%2a', '/:cameraId', '/__proto__', '/constructor', '/api', '/ws', '/assets', '%2fapi'],
] as const;

const beginnings = [
  ...['/', '//', '///', '/.', '/./', '/..', '/../..', '/x/..', '/assets/..', '/assets/../..', '\\'],
  ...[
    '/%2e%2e',
    '/%2e',
    '/..%2f',
    '/;',
    '/%20',
    '/?',
    '/#',
    '*',
    '',
    ' ',
    'x',
    '/api/..',
    '/ws/..',
  ],
  ...[
    'http://evil.example',
    'https://evil.example',
    'http://127.0.0.1',
    'http:',
    'http:/',
    '//evil',
  ],
  ...['http://evil.example:80@127.0.0.1', 'ftp://x', 'file://', 'javascript:', 'ws://127.0.0.1'],
] as const;

const endings = ['/', '//', '.', '..', '/.', '%20', '+', '%00', ';', '?', '#', '/..', '%2f', '\\'];

type Step = (target: string) => string;

const at = (target: string, share: number) => Math.floor(share * target.length);
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(share, fc.constantFrom(...inserts)).map(([where, piece]) => (target: string) => {
    const index = at(target, where);
    return target.slice(0, index) + piece + target.slice(index);
  }),
  // In place of a slash, where it hurts most.
  fc.tuple(share, fc.constantFrom(...inserts)).map(([where, piece]) => (target: string) => {
    const index = target.indexOf('/', at(target, where));
    return index === -1 ? target + piece : target.slice(0, index) + piece + target.slice(index + 1);
  }),
  share.map((where) => (target: string) => {
    const index = at(target, where);
    const letter = target[index] ?? '';
    const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
    return target.slice(0, index) + other + target.slice(index + 1);
  }),
  share.map((where) => (target: string) => {
    const index = at(target, where);
    const code = target.charCodeAt(index).toString(16).padStart(2, '0');
    return `${target.slice(0, index)}%${code}${target.slice(index + 1)}`;
  }),
  fc.constantFrom(...beginnings).map((piece) => (target: string) => piece + target),
  fc.constantFrom(...endings).map((piece) => (target: string) => target + piece),
  fc.constant((target: string) => target.toUpperCase()),
  fc.constant((target: string) => target.replace(/\/([^/]+)$/, '/$1/../$1')),
);

/** A target that looks like this one to somebody. */
export function crooked(target: string): fc.Arbitrary<string> {
  return fc
    .array(steps, { minLength: 1, maxLength: 2 })
    .map((some) => some.reduce((so, step) => step(so), target));
}

/** Headers by which other servers are told of another address, method or sender than the real one. */
export function misleadingHeaders(target: string, host: string): fc.Arbitrary<readonly string[]> {
  return fc.subarray(
    [
      `X-Original-URL: ${target}`,
      `X-Rewrite-URL: ${target}`,
      `X-Forwarded-Uri: ${target}`,
      'X-Forwarded-For: 127.0.0.1',
      'X-Forwarded-Host: 127.0.0.1',
      'X-Forwarded-Proto: https',
      'X-Forwarded-Prefix: /api',
      'X-Real-IP: 127.0.0.1',
      'Forwarded: for=127.0.0.1;host=127.0.0.1;proto=https',
      'X-HTTP-Method-Override: GET',
      'X-HTTP-Method: DELETE',
      'X-Method-Override: DELETE',
      `Host: ${host}`,
      'Host: evil.example',
      'Cookie: a=b',
      'Origin: null',
      'Content-Type: text/plain',
      'Sec-Fetch-Site: none',
      'Authorization: Basic YWRtaW46',
    ],
    { maxLength: 2 },
  );
}
