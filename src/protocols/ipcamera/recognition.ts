import { latin1 } from '../parsing/content-sniff.ts';
import { readParameters } from '../parsing/parameters.ts';
import type { Peek, Recognition, Verdict } from '../protocol.ts';
import { listParameters } from './endpoints-parameters.ts';
import { textOf } from './parameter-groups.ts';

/** What clients read of the group; only these count. */
const brandNames = ['Brand.ProdFullName', 'Brand.ProdNbr', 'Brand.ProdType', 'Brand.Brand'];

/**
 * The list asks for an account, and no realm of such a camera is known, so a 401 speaks for nothing:
 * until somebody signs in, a camera is not recognised.
 */
export const recognition: Recognition = {
  target: () => `${listParameters.path}?action=list&group=Brand`,
  judge,
};

function judge(answer: Peek): Verdict | null {
  if (answer.status !== 200) return null;
  const parameters = readParameters(latin1(answer.head));
  const [found, another] = brandNames.filter((name) => textOf(parameters, name) !== undefined);
  // The maker from whose interface this one descends has the same names and other addresses.
  if (found === undefined || /^axis\b/i.test(textOf(parameters, 'Brand.Brand') ?? '')) return null;
  return {
    confidence: another === undefined ? 0.8 : 0.95,
    evidence: `${found}=${textOf(parameters, found)?.slice(0, 40)}`,
  };
}
