import { DeviceError } from '../../domain/device-error.ts';
import { replyLines, something } from './text-reply.ts';

/** `Request failed: …` of date.cgi; its text might repeat the request and is not passed on. */
const failed = /^request failed\b/i;

/**
 * Reads `OK`, the only word that means success.
 * @throws DeviceError `rejected` for `Request failed: …` and `# Error: …`
 */
export function readAcknowledgement(text: string, operation: string): true {
  const [first = ''] = replyLines(text, operation);
  if (failed.test(first)) throw new DeviceError('rejected', 'illegal-parameter', { operation });
  return something(/^OK$/i.test(first) ? true : undefined, operation);
}

/** Name of the object that `action=add` created, where the device says it: `G1 OK`. */
export function readCreated(text: string, operation: string): string | null {
  const [first = ''] = replyLines(text, operation);
  const name = /^(?:([A-Za-z]\w{0,63})[ \t]+)?OK$/i.exec(first);
  return something(name === null ? undefined : (name[1] ?? null), operation);
}
