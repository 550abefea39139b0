import { audit } from './en-audit.ts';
import { t } from './t.ts';

type Words = keyof typeof audit;
type Known =
  Extract<Words, `audit.operation.${string}`> extends `audit.operation.${infer Name}`
    ? Name
    : never;

const known = new Set<string>(Object.keys(audit));

/** What was done, in words; null for an operation that has none, such as a device's endpoint. */
export function operationText(operation: string): string | null {
  const name = operation.replaceAll('.', '-');
  return isKnown(name) ? t(`audit.operation.${name}`) : null;
}

function isKnown(name: string): name is Known {
  return known.has(`audit.operation.${name}`);
}
