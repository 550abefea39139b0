import { DeviceError } from '../../domain/device-error.ts';

/** Failures of a list that can be done without; all others would befall every request. */
const dispensable: ReadonlySet<string> = new Set([
  'unsupported',
  'forbidden',
  'rejected',
  'malformed-reply',
]);

export function isDispensable(failure: unknown): failure is DeviceError {
  return failure instanceof DeviceError && dispensable.has(failure.kind);
}

/** A list, or none where this server does not have it. */
export async function orNothing<Entry>(list: Promise<Entry[]>): Promise<Entry[]> {
  try {
    return await list;
  } catch (failure) {
    if (isDispensable(failure)) return [];
    throw failure;
  }
}
