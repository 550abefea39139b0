import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const incompressible = new Set(['.png', '.jpg', '.ico', '.woff2']);
const brotliQuality = 9;

export type Encoding = 'br' | 'gzip' | 'identity';

export interface AppFile {
  readonly contentType: string;
  readonly etag: string;
  /** Its name changes with its bytes, so that it may be kept for ever. */
  readonly immutable: boolean;
  /** Encodings that are smaller join the plain bytes as they are made. */
  readonly bodies: Map<Encoding, Buffer>;
}

/** The built app, wholly in memory: what is asked for is looked up, never opened as a path. */
export class AppFiles {
  readonly #files = new Map<string, AppFile>();
  /** Settles when every file has its encodings; until then the plain bytes serve. */
  readonly encoded: Promise<void>;

  private constructor(files: ReadonlyMap<string, AppFile>) {
    this.#files = new Map(files);
    this.encoded = encodeAll([...this.#files.values()]);
  }

  /** @returns an empty set when the folder is missing: the app has not been built. */
  static async read(folder: string): Promise<AppFiles> {
    const files = new Map<string, AppFile>();
    for (const name of await listFiles(folder)) {
      const extension = path.extname(name);
      const contentType = types[extension];
      if (contentType === undefined || name.startsWith('.vite/')) continue;
      const bytes = await readFile(path.join(folder, name));
      files.set(`/${name}`, {
        contentType,
        etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
        immutable: name.startsWith('assets/'),
        bodies: new Map([['identity', bytes]]),
      });
    }
    return new AppFiles(files);
  }

  /** The file at a path; the page itself for every place inside the app. */
  find(pathname: string): AppFile | undefined {
    const file = this.#files.get(pathname);
    if (file) return file;
    const isPlace = path.posix.extname(pathname) === '' && !pathname.startsWith('/assets/');
    return isPlace ? this.#files.get('/index.html') : undefined;
  }
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .map((name) => name.split(path.sep).join('/'));
  } catch {
    return [];
  }
}

async function encodeAll(files: readonly AppFile[]): Promise<void> {
  for (const file of files) {
    const plain = file.bodies.get('identity');
    const extension = Object.keys(types).find((key) => types[key] === file.contentType) ?? '';
    if (!plain || plain.length < 1024 || incompressible.has(extension)) continue;
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } };
    const [small, smaller] = await Promise.all([
      promisify(gzip)(plain, { level: 9 }),
      promisify(brotliCompress)(plain, quality),
    ]);
    if (small.length < plain.length) file.bodies.set('gzip', small);
    if (smaller.length < plain.length) file.bodies.set('br', smaller);
  }
}
