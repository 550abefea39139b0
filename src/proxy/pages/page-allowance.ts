import type { Endpoint, Protocol } from '../../protocols/protocol.ts';
import { camerasIn, keyOf } from './asked-cameras.ts';
import type { PageScope } from './page-scope.ts';

/** What a device offers to its own page, and for whom. */
export interface PageRules {
  readonly protocol: Protocol;
  /** Path and query of the page of each camera. */
  readonly pages: readonly string[];
  /** Targets of the streams of the cameras that the session may see. */
  readonly streams: readonly string[];
  readonly scope: PageScope;
}

/** What a page is drawn with: it looks the same for everybody. */
const dressing = /\.(?:js|mjs|css|map|svg|png|gif|ico|webp|woff2?|ttf|wasm)$/i;
/** What else a page may be made of. Addresses without an ending must be documented to pass. */
const partOfPage = /\.(?:html?|json|jpe?g|m3u8|ts|m4s|mp4|flv|txt)$/i;
/** How a path may be spelled at all: no traversal, no doubled or encoded separators, no `;`. */
const plainPath = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~!$'()*+,=:@-]+)*\/?$/;
const accountKey = /^(auth|login|user|usr|username|pwd|password|pass|loginuse|loginpas)$/i;
/** Undocumented or not, such a part of a path is no picture. */
const actingPart =
  /^(?:reboot|restart|shutdown|poweroff|format|factory\w*|reset|users?|accounts?|auth|login|logout|passwords?|firmware|upgrade|backup|restore)(?:\.\w+)?$/i;
const program = /\.(?:cgi|php|aspx?|exe|sh|pl)$/i;
const longestUrl = 4096;

interface Asked {
  readonly pathname: string;
  readonly parts: readonly string[];
  readonly target: string;
}

/**
 * The target on the device that a request of its page may read, or null. A documented endpoint
 * passes only when a viewer may call it and nothing happens by it, or when it moves a camera that
 * the session may move; static parts pass by their ending.
 */
export function allowedTarget(url: string, rules: PageRules): string | null {
  const asked = readUrl(url);
  if (asked === null) return null;
  const { pathname, parts, target } = asked;
  const documented = rules.protocol.endpoints.filter((endpoint) => matches(endpoint, pathname));
  const isDressing = dressing.test(pathname);
  const known =
    isDressing || documented.length > 0 || isOfPage(pathname, rules) || partOfPage.test(pathname);
  if (!known || !isHarmlessPath(pathname, documented, isDressing, rules)) return null;
  const moves = documented.some(movesCamera);
  if (!documented.every((row) => isHarmless(row) || movesCamera(row))) return null;
  const cameras = [...camerasIn(parts), ...documented.flatMap((row) => inPath(row, pathname))];
  if (moves && !maySteer(cameras, rules.scope)) return null;
  return isDressing || maySee(cameras, target, rules) ? target : null;
}

/** The same for a WebSocket: only those that the document describes, and that only tell. */
export function allowedSocket(url: string, rules: PageRules): string | null {
  const asked = readUrl(url);
  if (asked === null) return null;
  const { pathname, parts, target } = asked;
  const documented = rules.protocol.endpoints.filter((endpoint) => matches(endpoint, pathname));
  const opens = documented.length > 0 && documented.every(({ reply }) => reply === 'socket');
  if (!opens || !documented.every(isHarmless)) return null;
  return maySee(camerasIn(parts), target, rules) ? target : null;
}

function readUrl(url: string): Asked | null {
  const [pathname = '', query = ''] = url.split('?', 2);
  if (!plainPath.test(pathname) || url.length > longestUrl) return null;
  const parts = query.split('&').filter((part) => part !== '' && !accountKey.test(keyOf(part)));
  return {
    pathname,
    parts,
    target: parts.length === 0 ? pathname : `${pathname}?${parts.join('&')}`,
  };
}

/** The page itself, or what lies beneath its own path. */
function isOfPage(pathname: string, { pages }: PageRules): boolean {
  return pages.some((target) => {
    const [page = ''] = target.split('?', 1);
    return pathname === page || (page !== '/' && pathname.startsWith(`${page}/`));
  });
}

/**
 * Some servers run a program whatever follows its path, or whatever the case of its letters, so
 * that neither may lead round the row that forbids it.
 */
function isHarmlessPath(
  pathname: string,
  documented: readonly Endpoint[],
  isDressing: boolean,
  { protocol }: PageRules,
): boolean {
  const parts = pathname.split('/');
  const acts = parts.some((part, index) => {
    const isLast = index === parts.length - 1;
    return (actingPart.test(part) && !(isDressing && isLast)) || (program.test(part) && !isLast);
  });
  if (acts) return false;
  if (documented.length > 0) return true;
  const lower = `${pathname.toLowerCase()}/`;
  return !protocol.endpoints.some(
    (row) => row.path !== '/' && !isHarmless(row) && lower.startsWith(fixedPart(row)),
  );
}

function fixedPart({ path }: Endpoint): string {
  const [fixed = ''] = path.split('/{', 1);
  return `${fixed.toLowerCase()}/`;
}

/** Whoever may not see every camera of a device is shown nothing that does not name one of his. */
function maySee(cameras: readonly string[], target: string, rules: PageRules): boolean {
  const { scope, streams } = rules;
  if (scope.seesAll) return true;
  if (cameras.length > 0) return cameras.every(scope.sees);
  return streams.includes(target);
}

function maySteer(cameras: readonly string[], scope: PageScope): boolean {
  return scope.controlsAll || (cameras.length > 0 && cameras.every(scope.controls));
}

function isHarmless(row: Endpoint): boolean {
  return isQuestion(row) && row.role === 'viewer';
}

function movesCamera(row: Endpoint): boolean {
  return isQuestion(row) && row.role === 'operator' && row.id.startsWith('ptz.');
}

function isQuestion({ method, danger, secretReply }: Endpoint): boolean {
  return method === 'GET' && danger === 'safe' && secretReply !== true;
}

function matches(endpoint: Endpoint, pathname: string): boolean {
  const documented = endpoint.path.split('/');
  const asked = pathname.split('/');
  return (
    documented.length === asked.length &&
    documented.every((part, index) => (isPlace(part) ? asked[index] !== '' : part === asked[index]))
  );
}

function inPath(endpoint: Endpoint, pathname: string): readonly string[] {
  const asked = pathname.split('/');
  return endpoint.path
    .split('/')
    .flatMap((part, index) => (isPlace(part) ? [asked[index] ?? ''] : []));
}

function isPlace(part: string): boolean {
  return /^\{.*\}$/.test(part);
}
