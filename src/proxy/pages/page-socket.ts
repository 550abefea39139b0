import * as z from 'zod/mini';
import { isCameraKey } from './asked-cameras.ts';
import type { PageScope } from './page-scope.ts';

const longestMessage = 4096;
const kindKeys = ['type', 'action', 'command', 'cmd', 'method', 'op'] as const;
const word = z.union([z.string().check(z.maxLength(256)), z.number(), z.boolean()]);
const messageSchema = z.record(
  z.string().check(z.maxLength(64)),
  z.union([word, z.array(word).check(z.maxLength(128))]),
);
const subscribes = /^(?:un)?subscribe(?:Events)?$/i;
const accountKey = /^(?:auth|login|user|username|pass|password|session|token)$/i;

/**
 * Whether a text that a page sends to its device only chooses what it wants to hear of, and only of
 * cameras that the session may see. The document knows no other message (and the older API none).
 */
export function isSubscription(text: string, scope: PageScope): boolean {
  const message = text.length > longestMessage ? null : read(text);
  if (message === null) return false;
  const kinds = kindKeys.filter((key) => key in message).map((key) => message[key]);
  if (kinds.length !== 1 || !subscribes.test(String(kinds[0]))) return false;
  const entries = Object.entries(message);
  if (entries.some(([key]) => accountKey.test(key))) return false;
  const cameras = entries
    .filter(([key]) => isCameraKey(key))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .flatMap((value) => String(value).split(','));
  return scope.seesAll || (cameras.length > 0 && cameras.every((one) => scope.sees(one.trim())));
}

function read(text: string): z.infer<typeof messageSchema> | null {
  try {
    const result = messageSchema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    // No JSON is no message that we know.
    return null;
  }
}
