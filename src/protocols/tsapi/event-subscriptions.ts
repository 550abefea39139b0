import { z } from 'zod';
import type { EventSubscription } from '../event-operations.ts';
import { parseJson } from '../parsing/json.ts';
import type { DeviceLink, EndpointCall } from '../protocol.ts';
import { ask, operationOf } from './ask.ts';
import { enumTopics } from './endpoints-channels.ts';
import { eventSocket, eventSocketAlias, topics } from './endpoints-events.ts';
import { infoApiVersion } from './endpoints-server.ts';
import { eventMakers, MessageReader } from './event-reader.ts';
import { wellFormed } from './replies.ts';

/** The server pings each 30 s, which is too seldom: the pongs to our own pings are what counts. */
const silenceMs = 25_000;

/** "Web Sockets (RFC6455)": since which version there is a topic, for servers that list none. */
const topicsSince: readonly (readonly [version: number, topics: readonly string[]])[] = [
  [versionNumber('0.3.0'), ['channelStatus', 'LPR', 'emergencyCall']],
  [versionNumber('0.7.0'), ['systemEvent']],
  [versionNumber('0.8.0'), ['motionChanges']],
  [versionNumber('0.9.0'), ['parkingCount', 'packing']],
  [versionNumber('0.9.5'), ['recordingStatus']],
];

const version = z.object({ apiVersion: z.string().regex(/^TS-API@\d+(?:\.\d+){0,2}$/i) });

/**
 * One socket for all topics. A server hangs up on whoever names a topic that it does not have, so
 * it is asked first; `object` brings the kinds of objects that it has, body temperatures included.
 */
export async function subscribeEvents(link: DeviceLink): Promise<readonly EventSubscription[]> {
  const offered = (await listedTopics(link)) ?? (await topicsOfVersion(link));
  if (offered.length === 0) return [];
  const makers = eventMakers();
  // Of channel names and states, and of the log, the words are English, as the rest of the desk is.
  const query = { topics: offered.join(','), verbose: 'true', lang: 'en-US' };
  return [eventSocket, eventSocketAlias].map((endpoint) => ({
    kind: 'socket',
    call: { endpoint, query },
    silenceMs,
    reader: () => new MessageReader(makers),
  }));
}

/** "Real-time event list @0.9.6"; null where a server is older than that. */
async function listedTopics(link: DeviceLink): Promise<readonly string[] | null> {
  const call: EndpointCall = { endpoint: enumTopics, query: { what: 'realtimeEvent' } };
  const reply = await ask(link, call, [400, 404]);
  if (reply.status >= 400) return null;
  const listed = wellFormed(
    parseJson(reply.text, z.array(z.unknown()), operationOf(call)),
    z.string(),
  );
  return topics.filter((topic) => listed.includes(topic));
}

async function topicsOfVersion(link: DeviceLink): Promise<readonly string[]> {
  const call: EndpointCall = { endpoint: infoApiVersion, query: { apiVersion: true } };
  const reply = await link.call(call);
  const { apiVersion } = parseJson(reply.text, version, operationOf(call));
  const own = versionNumber(apiVersion.slice(apiVersion.indexOf('@') + 1));
  return topicsSince.flatMap(([since, names]) => (since <= own ? names : []));
}

/** `0.9.20` as 9020: two numbers below a thousand and one above. */
function versionNumber(text: string): number {
  const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number);
  return (major * 1000 + minor) * 1000 + patch;
}
