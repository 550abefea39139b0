import { createHash } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Manifest, manifestSchema } from '../../api/exports.ts';
import { isoInZone } from '../../domain/zone-time.ts';
import { manifestName, signatureName } from '../../evidence/pack-names.ts';
import { diskFault } from './disk-fault.ts';
import type { CameraJob, ExportJob } from './export-job.ts';
import { packReadme } from './pack-readme.ts';
import type { SigningKey } from './signing-key.ts';

const product = 'Watchfloor';

export interface PackFacts {
  readonly folder: string;
  readonly key: SigningKey;
  readonly version: string;
  readonly siteZone: string;
}

/** Writes what makes a folder of files a pack that can be verified; the signature is the last. */
export async function writePack(job: ExportJob, facts: PackFacts): Promise<void> {
  const { folder, key } = facts;
  const kept = job.cameras.flatMap(({ files }) => files);
  const sums = kept.map(({ path: name, sha256 }) => `${sha256}  ${name}\n`).join('');
  const texts = [
    ['README.txt', packReadme(key.publicKey)],
    ['SHA256SUMS', sums],
    ['public-key.pem', key.publicPem],
  ] as const;
  try {
    await removePackFiles(folder);
    for (const [name, text] of texts) await write(folder, name, Buffer.from(text));
    const own = texts.map(([name, text]) => ownFile(name, Buffer.from(text)));
    const manifest = manifestOf(job, facts, own);
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    await write(folder, manifestName, text);
    await write(folder, signatureName, key.sign(text));
  } catch (error) {
    throw diskFault(error);
  }
}

/** So that no old signature stands beside new files. */
async function removePackFiles(folder: string): Promise<void> {
  for (const name of [signatureName, manifestName]) {
    await rm(path.join(folder, name), { force: true });
  }
}

async function write(folder: string, name: string, content: Buffer): Promise<void> {
  const place = path.join(folder, name);
  await writeFile(`${place}.part`, content);
  await rename(`${place}.part`, place);
}

type ManifestFile = Manifest['files'][number];

function ownFile(name: string, content: Buffer): ManifestFile {
  return {
    path: name,
    cameraId: null,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    deviceMd5: null,
    from: null,
    to: null,
  };
}

function manifestOf(job: ExportJob, facts: PackFacts, own: readonly ManifestFile[]): Manifest {
  const { key, version, siteZone } = facts;
  const at = (ms: number) => isoInZone(ms, siteZone);
  return manifestSchema.parse({
    format: 'watchfloor-evidence',
    formatVersion: 1,
    exportId: job.id,
    name: job.name,
    createdAt: at(job.endedAtMs ?? job.createdAtMs),
    from: at(job.fromMs),
    to: at(job.toMs),
    person: job.by.name,
    submitter: job.submitter,
    recipient: job.recipient,
    purpose: job.purpose,
    product: { name: product, version },
    cameras: job.cameras.map(cameraOf),
    files: [...job.cameras.flatMap(filesOf), ...own],
    publicKey: key.publicKey,
  } satisfies Manifest);
}

function cameraOf(camera: CameraJob): Manifest['cameras'][number] {
  const { cameraId, name, device, gaps, untoldFromMs, problem, state } = camera;
  const at = (ms: number) => isoInZone(ms, device.zone);
  return {
    cameraId,
    name,
    device: device.name,
    protocol: device.protocol,
    firmware: device.firmware,
    zone: device.zone,
    clockOffsetMs: device.clockOffsetMs,
    gaps: gaps.map(({ fromMs, toMs }) => ({ from: at(fromMs), to: at(toMs) })),
    untoldFrom: untoldFromMs === null ? null : at(untoldFromMs),
    problem: problem?.reason ?? (state === 'no-footage' ? state : null),
  };
}

function filesOf({ cameraId, files, device }: CameraJob): ManifestFile[] {
  const at = (ms: number | undefined) => (ms === undefined ? null : isoInZone(ms, device.zone));
  return files.map((file) => ({
    path: file.path,
    cameraId,
    bytes: file.bytes,
    sha256: file.sha256,
    // What does not fit is never kept.
    deviceMd5: file.deviceMd5 === null ? null : { value: file.deviceMd5, fits: true },
    from: at(file.range?.fromMs),
    to: at(file.range?.toMs),
  }));
}
