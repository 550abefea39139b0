/** Longest address that is worth keeping. */
const longestTarget = 2048;
/** Parameters that hold an account or a session ("Requesting video using video source @0.3.0"). */
const secretNames = new Set(['auth', 'login', 'session', 'password', 'token']);

export interface StreamTarget {
  /** `http`, `rtmp`, …: what the address says, in lower case. */
  readonly scheme: string;
  /** Path and query on the registered origin. */
  readonly target: string;
  readonly path: string;
  /** Query parameters that remain, decoded. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Takes the path and query out of an address that a device named. Host, userinfo, fragment and
 * credentials are dropped: a stream is only ever fetched from the origin that was registered.
 */
export function streamTarget(address: string): StreamTarget | null {
  if (address === '' || address.length > longestTarget) return null;
  const url = parse(address);
  // Without a host it is a script, a file or other text that merely begins like an address.
  if (url === null || url.host === '') return null;
  const pieces: string[] = [];
  const parameters = new Map<string, string>();
  for (const piece of url.search.slice(1).split('&')) {
    const [name = '', ...rest] = piece.split('=');
    // The document also writes `&?auth=…` behind other parameters.
    const plainName = decoded(name).trim().replace(/^\?+/, '').toLowerCase();
    if (piece === '' || secretNames.has(plainName)) continue;
    pieces.push(piece);
    parameters.set(plainName, decoded(rest.join('=')));
  }
  // The document appends credentials as `path&?auth=…`, which leaves an ampersand behind.
  const bare = url.search === '' ? url.pathname : url.pathname.replace(/&$/, '');
  // Two leading slashes would read as a host when the target is resolved against an origin.
  const path = `/${bare.replace(/^[\\/]+/, '')}`;
  const query = pieces.length === 0 ? '' : `?${pieces.join('&')}`;
  return { scheme: url.protocol.slice(0, -1), target: path + query, path, parameters };
}

function parse(address: string): URL | null {
  try {
    return new URL(address, 'http://device.invalid/');
  } catch {
    // Not an address at all; the source is left out.
    return null;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A broken escape cannot spell a name that we look for.
    return text;
  }
}
