import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

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

export type Encoding = 'br' | 'gzip' | 'identity';

/** The build lays a smaller one beside each file: made with every start, they cost it its first second. */
const suffixes: readonly (readonly [Encoding, string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

export interface AppFile {
  readonly contentType: string;
  readonly etag: string;
  /** Its name changes with its bytes, so that it may be kept for ever. */
  readonly immutable: boolean;
  readonly bodies: ReadonlyMap<Encoding, Buffer>;
}

/** The built app, wholly in memory: what is asked for is looked up, never opened as a path. */
export class AppFiles {
  readonly #files: ReadonlyMap<string, AppFile>;

  private constructor(files: ReadonlyMap<string, AppFile>) {
    this.#files = files;
  }

  /** @returns an empty set when the folder is missing: the app has not been built. */
  static async read(folder: string): Promise<AppFiles> {
    const files = new Map<string, AppFile>();
    const names = new Set(await listFiles(folder));
    const read = (name: string) => readFile(path.join(folder, name));
    for (const name of names) {
      const extension = path.extname(name);
      const contentType = types[extension];
      if (contentType === undefined || name.startsWith('.vite/')) continue;
      const bytes = await read(name);
      const bodies = new Map<Encoding, Buffer>([['identity', bytes]]);
      for (const [encoding, suffix] of suffixes) {
        if (names.has(name + suffix)) bodies.set(encoding, await read(name + suffix));
      }
      files.set(`/${name}`, {
        contentType,
        etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
        immutable: name.startsWith('assets/'),
        bodies,
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
