import { createHash } from 'node:crypto';
import type { Sums } from '../../evidence/sums.ts';
import { isSignedBy } from './signing-key.ts';

export const nodeSums: Sums = {
  sha256: () => {
    const hash = createHash('sha256');
    return { update: (piece) => hash.update(piece), hex: () => hash.digest('hex') };
  },
  isSigned: async (publicKey, text, signature) => isSignedBy(publicKey, text, signature),
};
