import { isSecretName } from '../../domain/secret-name.ts';

/** As long for every secret, so that it says nothing of it. */
export const mask = '••••••••';

/** Longer ones stand out; a shorter one may be any word of the reply. */
const shortestLiteral = 4;

/** `user:password@` of an address, also escaped as in JSON or percent-encoded. */
const accountInAddress = /([a-z][a-z0-9+.-]{1,15}:(?:\\?\/){2}[^\s"'<>:/@]*:)([^\s"'<>]*)@/gi;
const encodedAccount = /([a-z][a-z0-9+.-]{1,15}%3A%2F%2F[^\s"'<>&%]*%3A)([^\s"'<>&]*?)(%40)/gi;
const authorization = /(\bauthorization["']?\s*[:=]\s*["']?)([^\r\n"']+)/gi;

/** A name, then `=` or `:`, then a value in quotes or up to what ends a value anywhere. */
const assignment =
  /([A-Za-z_$][\w$.-]{0,127})((?:\[\d{1,5}\])?["']?[ \t]*[:=][ \t]*)("(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|[^\s"'<>&;,}\]]+)/g;
/** A line of `root.Group.Name=value`, whose value runs to the end of the line. */
const line = /^([ \t]*[A-Za-z_][\w-]*(?:\.[\w-]+)+[ \t]*=)([^\r\n]+)$/gm;
const element = /(<([A-Za-z_][\w.:-]{0,127})(?:\s[^<>]*)?>)([^<]+)(?=<\/)/g;

/** Hides the passwords of addresses alone; in a name nothing else is likely to be a secret. */
export function maskAccounts(text: string): string {
  return text
    .replace(accountInAddress, (_, before: string) => `${before}${mask}@`)
    .replace(encodedAccount, (_, before: string, __, after: string) => `${before}${mask}${after}`);
}

/** Hides every secret that is known, and the accounts of addresses. */
export function maskKnown(text: string, known: readonly string[]): string {
  return maskAccounts(withoutKnown(text, known));
}

/** Hides in a text whatever looks like a secret, and every one that is known. */
export function maskText(text: string, known: readonly string[] = []): string {
  return maskKnown(text, known)
    .replace(authorization, (_, before: string) => `${before}${mask}`)
    .replace(line, (all, name: string) => (isSecretName(nameOf(name)) ? `${name}${mask}` : all))
    .replace(element, (all, tag: string, name: string) =>
      isSecretName(name) ? `${tag}${mask}` : all,
    )
    .replace(assignment, (all, name: string, between: string, value: string) =>
      isSecretName(name) ? `${name}${between}${masked(value)}` : all,
    );
}

function withoutKnown(text: string, known: readonly string[]): string {
  let rest = text;
  for (const spelling of knownSpellings(known)) rest = rest.replaceAll(spelling, mask);
  return rest;
}

/** Secrets literally, and as JSON, XML and addresses would write them; the longest first. */
export function knownSpellings(known: readonly string[]): readonly string[] {
  const spellings = new Set(known.filter(isDistinct).flatMap(spellingsOf));
  return [...spellings].sort((a, b) => b.length - a.length);
}

/** Whether replacing it everywhere leaves the rest of a reply readable. */
function isDistinct(secret: string): boolean {
  return secret.length >= shortestLiteral || /[^\w\s.-]/.test(secret);
}

function spellingsOf(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const xml = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return [secret, json, json.replaceAll('/', '\\/'), xml, percentEncoded(secret)];
}

/** A lone half of a character has no encoding. */
function percentEncoded(secret: string): string {
  return encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

function nameOf(before: string): string {
  return before.replace('=', '').trim();
}

function masked(value: string): string {
  const quote = value[0] === '"' || value[0] === "'" ? value[0] : '';
  // An empty one says that there is none.
  if (value === quote + quote) return value;
  // Neither does yes or no say which.
  if (/^(?:true|false|null)$/.test(value)) return value;
  return `${quote}${mask}${quote}`;
}
