import { sha256 } from 'js-sha256';
import type { Manifest } from '../../api/exports.ts';
import { manifestName, signatureName } from '../../evidence/pack-names.ts';
import { writeZip } from '../../evidence/write-zip.ts';

export interface FakePack {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Base64, as the installation that signed it tells. */
  readonly publicKey: string;
}

const encoder = new TextEncoder();

/** A pack as an export makes one, of two short films; for tests. */
export async function fakePack(changed: Partial<Manifest> = {}): Promise<FakePack> {
  const keys = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));
  const publicKey = btoa(String.fromCharCode(...raw));
  const films = [1, 2].map((seed) => ({
    name: `camera-1/${seed}.mp4`,
    content: Uint8Array.from({ length: 1500 }, (_, at) => (at * seed * 7) & 0xff),
  }));
  const manifest = { ...manifestOf(publicKey, films), ...changed };
  const text = encoder.encode(JSON.stringify(manifest));
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', keys.privateKey, text));
  const files = [
    ...films,
    { name: manifestName, content: text },
    { name: signatureName, content: signature },
  ].map((file) => ({ ...file, bytes: file.content.length }));
  const { length, body } = writeZip(
    files,
    ({ content }) => once(content),
    Date.parse(manifest.createdAt),
  );
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const piece of body) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, publicKey };
}

async function* once(content: Uint8Array) {
  yield content;
}

function manifestOf(
  publicKey: string,
  films: readonly { readonly name: string; readonly content: Uint8Array }[],
): Manifest {
  const [from, to] = ['2026-10-25T02:59:00.000+02:00', '2026-10-25T02:01:00.000+01:00'];
  return {
    format: 'watchfloor-evidence',
    formatVersion: 1,
    exportId: 'x1',
    name: 'Break-in at the gate',
    createdAt: '2026-10-25T08:30:10.000+01:00',
    ...{ from, to, person: 'Guard', submitter: 'Control room', recipient: 'Police' },
    purpose: 'Theft of a bicycle',
    product: { name: 'Watchfloor', version: '0.1.0' },
    cameras: [
      {
        ...{ cameraId: 'c1', name: 'Gate', device: 'Recorder', protocol: 'tsapi', firmware: '2.1' },
        ...{ zone: 'Europe/Berlin', clockOffsetMs: 3200, problem: null },
        gaps: [{ from: '2026-10-25T02:59:30.000+02:00', to: '2026-10-25T02:00:00.000+01:00' }],
      },
    ],
    files: films.map(({ name, content }) => ({
      ...{ path: name, cameraId: 'c1', bytes: content.length, sha256: sha256(content) },
      ...{ deviceMd5: null, from, to },
    })),
    publicKey,
  };
}
