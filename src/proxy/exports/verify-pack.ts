import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Manifest, manifestSchema } from '../../api/exports.ts';
import { isSignedBy } from './signing-key.ts';
import { manifestName, signatureName } from './write-pack.ts';

/** A pack in whatever it lies. */
export interface PackSource {
  readonly names: readonly string[];
  /** @throws where it cannot be read */
  open(name: string): Promise<Readable>;
}

export interface PackFault {
  readonly kind: 'changed' | 'missing' | 'extra' | 'unreadable' | 'signature' | 'key';
  readonly name: string;
}

export interface PackVerdict {
  readonly faults: readonly PackFault[];
  readonly files: number;
  /** Null where there is no manifest that can be read. */
  readonly manifest: Manifest | null;
}

const mostManifestBytes = 64 * 1024 ** 2;

/** @param knownKey the public key as it was learned elsewhere; without it, that of the manifest */
export async function verifyPack(source: PackSource, knownKey?: string): Promise<PackVerdict> {
  const lacking = [manifestName, signatureName].filter((name) => !source.names.includes(name));
  if (lacking.length > 0) {
    return { files: 0, manifest: null, faults: lacking.map((name) => ({ kind: 'missing', name })) };
  }
  const text = await read(source, manifestName);
  const signature = await read(source, signatureName);
  const manifest = text && manifestOf(text);
  if (!text || !signature || !manifest) {
    const name = text && manifest ? signatureName : manifestName;
    return { files: 0, manifest: null, faults: [{ kind: 'unreadable', name }] };
  }
  const faults: PackFault[] = [];
  if (knownKey !== undefined && manifest.publicKey !== knownKey) {
    faults.push({ kind: 'key', name: manifestName });
  }
  if (!isSignedBy(knownKey ?? manifest.publicKey, text, signature)) {
    faults.push({ kind: 'signature', name: manifestName });
  }
  return {
    manifest,
    files: manifest.files.length,
    faults: [...faults, ...(await verifyFiles(source, manifest))],
  };
}

async function verifyFiles(source: PackSource, { files }: Manifest): Promise<PackFault[]> {
  const faults: PackFault[] = [];
  const listed = new Set([manifestName, signatureName, ...files.map((file) => file.path)]);
  for (const { path: name, bytes, sha256 } of files) {
    if (!source.names.includes(name)) faults.push({ kind: 'missing', name });
    else if ((await sumOf(source, name)) !== `${bytes} ${sha256}`) {
      faults.push({ kind: 'changed', name });
    }
  }
  for (const name of source.names) {
    if (!listed.has(name)) faults.push({ kind: 'extra', name });
  }
  return faults;
}

async function sumOf(source: PackSource, name: string): Promise<string | null> {
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of await source.open(name)) {
      hash.update(piece as Buffer);
      bytes += (piece as Buffer).length;
    }
    return `${bytes} ${hash.digest('hex')}`;
  } catch {
    // What cannot be read is not what was written.
    return null;
  }
}

async function read(source: PackSource, name: string): Promise<Buffer | null> {
  try {
    const content = await buffer(await source.open(name));
    return content.length > mostManifestBytes ? null : content;
  } catch {
    return null;
  }
}

function manifestOf(text: Buffer): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}
