import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink } from '../protocol.ts';
import { legacyEndpoint, operationOf } from './endpoints.ts';
import { readCameraMode } from './replies.ts';

/** Numbers that are asked for at most: 0 to 31. */
const mostCameras = 32;
/** The document's examples begin at 1 and servers at 0; numbers have gaps. */
const alwaysAsked = 8;
const silenceThatEnds = 4;

/** What a server may answer for a number that no camera has. All else would befall every number. */
const missing: ReadonlySet<string> = new Set([
  'unsupported',
  'forbidden',
  'rejected',
  'malformed-reply',
]);

/**
 * Asks `++camerastatus` for one number after another, and yields those that answer.
 * @param beforeEach is told how many numbers have been asked, of how many at most
 * @throws DeviceError that of the first number where none answers: a server without cameras and
 *   one that is none look alike, and a refused account must not pass for "no cameras"
 */
export async function* searchCameras(
  link: DeviceLink,
  beforeEach?: (done: number, most: number) => void,
): AsyncGenerator<number, void> {
  let lastFound: number | undefined;
  let firstFailure: DeviceError | undefined;
  for (let number = 0; number < mostCameras; number += 1) {
    if (number >= alwaysAsked && number - (lastFound ?? -1) > silenceThatEnds) break;
    beforeEach?.(number, mostCameras);
    const failure = await ask(link, number, lastFound !== undefined);
    if (failure === undefined) {
      lastFound = number;
      yield number;
    } else {
      firstFailure ??= failure;
    }
  }
  if (lastFound === undefined && firstFailure !== undefined) throw firstFailure;
}

/**
 * @param proven whether the account was let in before: then a refusal is about this one camera
 * @returns why no camera has this number, undefined where one has
 */
async function ask(
  link: DeviceLink,
  number: number,
  proven: boolean,
): Promise<DeviceError | undefined> {
  const endpoint = legacyEndpoint.cameraStatus;
  const operation = operationOf(endpoint);
  try {
    // Taken as an answer, so that the link does not count it against the password.
    const options = proven ? { acceptStatus: [401] } : {};
    const reply = await link.call({ endpoint, query: { cameraNum: number } }, options);
    if (reply.status === 401) return new DeviceError('forbidden', 'no-permission', { operation });
    readCameraMode(reply.text, operation);
    return undefined;
  } catch (failure) {
    if (failure instanceof DeviceError && missing.has(failure.kind)) return failure;
    throw failure;
  }
}
