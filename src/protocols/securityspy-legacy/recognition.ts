import { latin1 } from '../parsing/content-sniff.ts';
import type { Peek, Recognition, Verdict } from '../protocol.ts';
import { legacyEndpoint } from './endpoints.ts';
import { cameraMode } from './replies.ts';

/** `BBVS` alone, as the document prints it, or with a version: `BBVS/4.2`. */
const serverHeader = /^BBVS(?:\/(\d{1,3})(?:\.[\d.]{0,20})?(?=[/\s]|$)|(?=\s|$))/i;
const realm = /^basic\s+realm="?SecuritySpy\b/i;
/** From the fifth generation on the meaning of shared fields differs. */
const firstOfTheNext = 5;

export const recognition: Recognition = {
  target: () => `${legacyEndpoint.cameraStatus.path}?cameraNum=0`,
  judge,
};

function judge(answer: Peek): Verdict | null {
  const mode = answer.status === 200 ? cameraMode(latin1(answer.head)) : undefined;
  const server = serverHeader.exec(answer.server);
  if (server === null) {
    // A server that hides its name may still give the very reply that the document prints.
    const speaks = mode !== undefined && answer.server === '';
    return speaks ? { confidence: 0.5, evidence: mode } : null;
  }
  if (server[1] !== undefined && Number(server[1]) >= firstOfTheNext) return null;
  const [name] = server;
  if (mode !== undefined) return { confidence: 1, evidence: `${name}, ${mode}` };
  if (answer.status === 401 && realm.test(answer.authenticate)) {
    return { confidence: 0.95, evidence: `${name}, realm SecuritySpy` };
  }
  // Camera 0 need not exist, so that any answer of such a server counts.
  return { confidence: 0.8, evidence: name };
}
