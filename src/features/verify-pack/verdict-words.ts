import type { PackVerdict } from '../../evidence/verify-pack.ts';

/** Of whom the signature is. */
export type Signer = 'own' | 'other' | 'unknown' | 'nobody';

export type Conclusion =
  /** Not one byte differs, and this control room signed it. */
  | 'whole'
  /** Not one byte differs from what the holder of another key signed. */
  | 'whole-other-key'
  /** Not one byte differs, and the key of this control room could not be read. */
  | 'whole-unknown-key'
  /** The files fit, and nobody knows whether the manifest is genuine. */
  | 'unchecked'
  | 'changed'
  | 'no-pack';

/** @param ownKey of this installation; undefined where it could not be read */
export function signerOf({ faults, manifest }: PackVerdict, ownKey: string | undefined): Signer {
  // A key that stands in a manifest is a claim, which the signature proves or does not.
  if (faults.some(({ kind }) => kind === 'signature')) return 'nobody';
  const isChecked = !faults.some(({ kind }) => kind === 'unchecked');
  if (ownKey === undefined || manifest === null || !isChecked) return 'unknown';
  return manifest.publicKey === ownKey ? 'own' : 'other';
}

export function conclusionOf(verdict: PackVerdict, signer: Signer): Conclusion {
  if (verdict.manifest === null) return 'no-pack';
  if (verdict.faults.some(({ kind }) => kind !== 'unchecked')) return 'changed';
  if (verdict.faults.length > 0) return 'unchecked';
  if (signer === 'own') return 'whole';
  return signer === 'other' ? 'whole-other-key' : 'whole-unknown-key';
}
