import type { CertifiedKey } from './make-certificates.ts';

/** Where the certificate of the listener comes from, and that it stays good. */
export interface CertificateSource {
  readonly mode: 'own-authority' | 'given';
  /** What the listener shows; the certificate may be a chain. */
  readonly shown: CertifiedKey;
  /** Certificate of the authority that we made ourselves, PEM. */
  readonly authority: string | null;
  /** What the person who starts us should know, a sentence each. */
  readonly notices: readonly string[];
  /**
   * Looks whether another certificate is needed or has come.
   * @returns whether `shown` is another one than before
   */
  refresh(): Promise<boolean>;
}
