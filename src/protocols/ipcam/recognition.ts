import { latin1 } from '../parsing/content-sniff.ts';
import { integerOf, readVariables, textOf } from '../parsing/variables.ts';
import type { Peek, Recognition, Verdict } from '../protocol.ts';
import { ipcamEndpoint } from './endpoints.ts';

/** All that the document names of get_status.cgi. */
const statusNames = ['now', 'alarm_status', 'ddns_status', 'upnp_status'] as const;

/** get_status.cgi answers without an account, so the device need not be signed in to. */
export const recognition: Recognition = {
  target: () => ipcamEndpoint.readStatus.path,
  judge,
};

/** Where even the status asks for an account, the realm still names the make. */
const protectedRealm = /^basic\s+realm="?ipcamera_/i;

function judge(answer: Peek): Verdict | null {
  if (answer.status === 401 && protectedRealm.test(answer.authenticate)) {
    return { confidence: 0.7, evidence: 'realm ipcamera' };
  }
  const madeByNetwave = /^netwave ip camera/i.test(answer.server);
  if (answer.status !== 200) return null;
  const { variables } = readVariables(latin1(answer.head));
  const present = statusNames.filter((name) => integerOf(variables, name) !== undefined);
  if (!present.includes('alarm_status') || present.length < 2) return null;
  const complete = present.length === statusNames.length;
  const confidence = complete ? 0.95 : 0.75;
  const firmware = textOf(variables, 'sys_ver')?.slice(0, 40);
  return {
    confidence: madeByNetwave ? 1 : confidence,
    evidence: firmware ? `sys_ver=${firmware}` : present.join(', '),
  };
}
