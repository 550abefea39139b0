import type { PackVerdict } from '../../evidence/verify-pack.ts';

/** The file that the worker is to look at. */
export interface CheckOrder {
  readonly file: File;
}

export type CheckNews =
  | { readonly kind: 'progress' /** Of the file, looked at so far. */; readonly bytes: number }
  | { readonly kind: 'verdict'; readonly verdict: PackVerdict }
  /** The file itself cannot be read, or no longer. */
  | { readonly kind: 'failed' };
