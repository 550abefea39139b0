import type { Peek, Recognition, Verdict } from '../protocol.ts';
import { systemInfoXml } from './endpoints-system.ts';

/** The first generation that this protocol is for; what is older has one of its own. */
const firstMajor = 5;

const product = /^BBVS(?:\/(\d{1,3}(?:\.\d{1,3}){0,3})(?=[/\s]|$))?/i;
const realm = /^basic\s+realm="?securityspy"?\s*(?:,|$)/i;
/** How XML and JSON of systemInfo begin. `camera-list` is the spelling of today. */
const opening =
  /^\uFEFF?\s*(?:(?:<\?xml[^>]{0,200}\?>\s*)?<system>\s*<(?:server|camera-?list|group-list|schedule-list)\b|\{\s*(?:"system"\s*:\s*\{\s*)?"(?:server|camera-?list|group-list|schedule[a-z-]*-list)"\s*:)/;
const versions =
  /<version>\s*(\d{1,3}(?:\.\d{1,3}){1,3})|"version"\s*:\s*"?(\d{1,3}(?:\.\d{1,3}){1,3})/;

/**
 * Without a format, systemInfo begins with the server and its version. A server without an account
 * for us still tells its generation in the header.
 */
export const recognition: Recognition = {
  target: () => systemInfoXml.path,
  judge,
};

function judge(answer: Peek): Verdict | null {
  const [server, generation] = product.exec(answer.server) ?? [];
  const version = versionIn(answer);
  const told = version ?? generation;
  if (told !== undefined && majorOf(told) < firstMajor) return null;
  if (version !== undefined) return { confidence: 1, evidence: `SecuritySpy ${version}` };
  if (generation !== undefined) return { confidence: 0.95, evidence: `BBVS/${generation}` };
  if (answer.status === 200 && isToday(answer)) {
    return { confidence: 0.9, evidence: 'systemInfo with camera-list' };
  }
  // The bare name in the header is that of an older server.
  if (server === undefined && answer.status === 401 && realm.test(answer.authenticate)) {
    return { confidence: 0.6, evidence: 'realm SecuritySpy' };
  }
  return null;
}

function versionIn({ status, head }: Peek): string | undefined {
  const text = new TextDecoder().decode(head);
  if (status !== 200 || !opening.test(text)) return undefined;
  const [, inXml, inJson] = versions.exec(text) ?? [];
  return inXml ?? inJson;
}

/** A long list of cameras may leave no room for the version in the beginning that we are shown. */
function isToday({ head }: Peek): boolean {
  const text = new TextDecoder().decode(head);
  return opening.test(text) && /<camera-list\b|"camera-list"/.test(text);
}

function majorOf(version: string): number {
  return Number(version.split('.')[0]);
}
