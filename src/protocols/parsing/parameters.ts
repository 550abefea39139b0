import { DeviceError } from '../../domain/device-error.ts';
import { looksLikeHtml } from './html.ts';

/** Full names without `root.`, e.g. `Network.eth0.MACAddress`. A Map, because a device may name one `__proto__`. */
export type Parameters = ReadonlyMap<string, string>;

/** A full list of such a camera has some two thousand; what comes after the limit is dropped. */
const mostParameters = 10_000;
const longestText = 2 ** 20;

/** A line is looked at up to its `=`, and a name is never longer than this. */
const assignment = /^[\uFEFF \t]*(root\.)?([A-Za-z_][\w-]{0,63}(?:\.[\w-]{1,64}){0,11})[ \t]*=/;
const refusal = /^\s*#\s*error\b[ \t]*:?([^\r\n]{0,200})/im;
const noPermission = /^\s*(?:#\s*error\b[ \t]*:?[ \t]*)?permission denied\b/im;

/**
 * Reads `root.Group.Name=value` lines: LF or CRLF, with or without `root.`, split at the first `=`.
 * Lines that are none are skipped.
 * @param operation the endpoint that answered; goes into the failure
 * @throws DeviceError `rejected` for `# Error: …` (which comes with status 200), `forbidden` for
 *   `Permission denied`, `malformed-reply` for an empty body, a page, or one without parameters
 */
export function parseParameters(text: string, operation: string): Parameters {
  const malformed = (reason: 'empty-reply' | 'too-large' | 'html-page' | 'unexpected-reply') =>
    new DeviceError('malformed-reply', reason, { operation });
  if (text.length > longestText) throw malformed('too-large');
  if (text.trim() === '') throw malformed('empty-reply');
  if (looksLikeHtml(text)) throw malformed('html-page');
  const parameters = readParameters(text);
  if (parameters.size > 0) return parameters;
  const failure = refusalIn(text, operation);
  throw failure ?? malformed('unexpected-reply');
}

/** The same without failures, for the beginning of a text. */
export function readParameters(text: string): Parameters {
  const parameters = new Map<string, string>();
  for (let at = 0; at < text.length && parameters.size < mostParameters; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end === -1 ? undefined : end);
    at += line.length + 1;
    const [before, root, name = ''] = assignment.exec(line) ?? [];
    // Without `root.` only a name of two parts is one: `Input1=0` is the answer to something else.
    if (before === undefined || (root === undefined && !name.includes('.'))) continue;
    parameters.set(name, line.slice(before.length).replace(/\r$/, ''));
  }
  return parameters;
}

/** The failure that a device reports as a text with status 200; null where the text is none. */
export function refusalIn(text: string, operation: string): DeviceError | null {
  const head = text.slice(0, 4096);
  if (noPermission.test(head)) return new DeviceError('forbidden', 'no-permission', { operation });
  const description = refusal.exec(head)?.[1];
  if (description === undefined) return null;
  return new DeviceError('rejected', 'illegal-parameter', {
    operation,
    ...(isHarmless(description) ? { detail: description.trim() } : {}),
  });
}

/**
 * No document prints a description, and one that repeats the request repeats a password with it.
 * So only a sentence of these words is passed on.
 */
const harmlessWords = new Set(
  `a action add already argument can cannot could does error exist exists failed for found full get
  getting group groups illegal in invalid is list missing name no not of option out param parameter
  parameters permission range read remove request set setting specified such supported syntax the
  to unknown unsupported update value wrong`.split(/\s+/),
);

function isHarmless(description: string): boolean {
  const words = description
    .trim()
    .toLowerCase()
    .split(/[\s.,:;!]+/);
  return (
    words.some((word) => word !== '') &&
    words.every((word) => word === '' || harmlessWords.has(word))
  );
}
