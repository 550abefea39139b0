import { type Reseal, resealSecrets } from '../store/reseal-secrets.ts';
import { readKeyRing, replaceKeyFile } from './key-file.ts';
import type { KeyRing } from './key-ring.ts';
import { Sealer } from './sealer.ts';

export interface RekeyPaths {
  readonly dataFolder: string;
  readonly keyFile: string;
}

export interface Rekeyed {
  readonly resealed: number;
  /** Secrets that no key opened: their devices need their passwords again, as before. */
  readonly lost: number;
}

/**
 * Seals every secret with a new key. Both keys lie in the file until all is done, so that it may
 * be cut off at any moment: the product starts, and a second run ends what the first began.
 */
export function rekey({ dataFolder, keyFile }: RekeyPaths): Rekeyed {
  const found = readKeyRing(keyFile, dataFolder);
  // With an older key beside it, the current one is the new one of a run that was cut off.
  const ring = found.older.length > 0 ? found : found.renewed();
  // Before anything is written, so that a running product is not left between two keys.
  resealSecrets(dataFolder, () => null);
  if (ring !== found) replaceKeyFile(keyFile, ring);
  const { total, left } = resealSecrets(dataFolder, resealWith(ring));
  replaceKeyFile(keyFile, ring.currentOnly());
  return { resealed: total - left, lost: left };
}

export function resealWith(ring: KeyRing): Reseal {
  const sealer = new Sealer(ring.current, ring.older);
  return (secret) => {
    const plain = sealer.open(secret.sealed, secret);
    if (plain === null) return null;
    return sealer.isCurrent(secret.sealed) ? secret.sealed : sealer.seal(plain, secret);
  };
}
