import { type Manifest, manifestSchema } from '../api/exports.ts';
import { manifestName, signatureName } from './pack-names.ts';
import { publicKeyOf } from './public-key.ts';
import type { Sums } from './sums.ts';

/** A pack in whatever it lies. */
export interface PackSource {
  readonly names: readonly string[];
  /** The content of a file, piece after piece. Fails where it cannot be read. */
  open(name: string): AsyncIterable<Uint8Array>;
}

export interface PackFault {
  readonly kind:
    | 'changed'
    | 'missing'
    | 'extra'
    | 'unreadable'
    /** All files fit, and the archive around them is not the one that was given out. */
    | 'archive'
    | 'signature'
    /** This browser cannot check signatures. */
    | 'unchecked'
    | 'key';
  readonly name: string;
}

export interface PackVerdict {
  readonly faults: readonly PackFault[];
  /** In the manifest. */
  readonly files: number;
  /** Null where there is no manifest that can be read. */
  readonly manifest: Manifest | null;
}

const mostManifestBytes = 64 * 1024 ** 2;
const mostSignatureBytes = 1024;

/**
 * Whether a pack is as it was written.
 * @param knownKey the public key as it was learned elsewhere; without it, that of the manifest
 */
export async function verifyPack(
  source: PackSource,
  sums: Sums,
  knownKey?: string,
): Promise<PackVerdict> {
  const lacking = [manifestName, signatureName].filter((name) => !source.names.includes(name));
  if (lacking.length > 0) {
    return { files: 0, manifest: null, faults: lacking.map((name) => ({ kind: 'missing', name })) };
  }
  const text = await read(source, manifestName, mostManifestBytes);
  const signature = await read(source, signatureName, mostSignatureBytes);
  const manifest = text && manifestOf(text);
  if (!text || !signature || !manifest) {
    const name = text && manifest ? signatureName : manifestName;
    return { files: 0, manifest: null, faults: [{ kind: 'unreadable', name }] };
  }
  const faults: PackFault[] = [];
  if (knownKey !== undefined && manifest.publicKey !== knownKey) {
    faults.push({ kind: 'key', name: manifestName });
  }
  const key = publicKeyOf(knownKey ?? manifest.publicKey);
  const isSigned = key !== null && (await sums.isSigned(key, text, signature));
  if (isSigned !== true) {
    faults.push({ kind: isSigned === null ? 'unchecked' : 'signature', name: manifestName });
  }
  return {
    manifest,
    files: manifest.files.length,
    faults: [...faults, ...(await verifyFiles(source, sums, manifest))],
  };
}

async function verifyFiles(
  source: PackSource,
  sums: Sums,
  { files }: Manifest,
): Promise<PackFault[]> {
  const faults: PackFault[] = [];
  const there = new Set(source.names);
  const listed = new Set([manifestName, signatureName]);
  for (const { path: name, bytes, sha256 } of files) {
    listed.add(name);
    const sum = there.has(name) ? await sumOf(source, sums, name) : 'missing';
    if (sum === 'missing' || sum === 'unreadable') faults.push({ kind: sum, name });
    else if (sum !== `${bytes} ${sha256}`) faults.push({ kind: 'changed', name });
  }
  for (const name of source.names) {
    if (!listed.has(name)) faults.push({ kind: 'extra', name });
  }
  return faults;
}

async function sumOf(source: PackSource, sums: Sums, name: string): Promise<string> {
  try {
    const sum = sums.sha256();
    let bytes = 0;
    for await (const piece of source.open(name)) {
      sum.update(piece);
      bytes += piece.length;
    }
    return `${bytes} ${sum.hex()}`;
  } catch {
    return 'unreadable';
  }
}

async function read(source: PackSource, name: string, most: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of source.open(name)) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > most) return null;
    }
  } catch {
    return null;
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function manifestOf(text: Uint8Array): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(text))).data ?? null;
  } catch {
    return null;
  }
}
