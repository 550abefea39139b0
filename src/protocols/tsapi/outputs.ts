import { z } from 'zod';
import { DeviceError } from '../../domain/device-error.ts';
import type { Output } from '../../domain/ports.ts';
import type { DeviceLink, EndpointCall } from '../protocol.ts';
import type { SiteOperations } from '../site-operations.ts';
import { channelCapabilities } from './channel-capabilities.ts';
import { channelNumber } from './channel-number.ts';
import { readCommand, sendCommand } from './command.ts';
import { auxEndpoint, relayEndpoint } from './endpoints-outputs.ts';
import { token } from './query-fields.ts';
import { wellFormed } from './replies.ts';

/** Far more than any server has; a longer list is no list of relays. */
const mostRelays = 4096;
const relayList = z.object({ code: z.int(), relay: z.array(z.unknown()).max(mostRelays) });
const reportedRelay = z.object({
  token: z.union([token, z.int().transform(String)]),
  name: z.string().catch(''),
});

const relayId = /^relay-([^,&#\s]{1,128})$/;
const auxId = /^aux-([1-9]\d{0,2})$/;

/** "Relay output": names and tokens; nothing says what a relay does now. */
async function relays(link: DeviceLink, ch: number): Promise<Output[]> {
  const call: EndpointCall = { endpoint: relayEndpoint.list, query: { ls: true, ch } };
  const { relay } = await readCommand(link, call, relayList);
  const byToken = new Map(wellFormed(relay, reportedRelay).map((one) => [one.token, one.name]));
  return Array.from(byToken, ([id, name]) => ({
    id: `relay-${id}`,
    kind: 'relay',
    name,
    state: 'unknown',
  }));
}

/** "AUX output": counted from 0 on the wire and from 1 by people; there is no list of them. */
function auxiliaries(count: number): Output[] {
  return Array.from({ length: Math.min(count, 999) }, (_, at) => ({
    id: `aux-${at + 1}`,
    kind: 'aux',
    name: '',
    state: 'unknown',
  }));
}

/** One switch in one request: `off` beside an `on` would be ignored. */
function switchCall(ch: number, outputId: string, on: boolean): EndpointCall {
  const relay = relayId.exec(outputId)?.[1];
  if (relay !== undefined) {
    if (on) return { endpoint: relayEndpoint.on, query: { ch, on: relay } };
    return { endpoint: relayEndpoint.off, query: { ch, off: relay } };
  }
  const aux = auxId.exec(outputId)?.[1];
  if (aux === undefined) {
    throw new DeviceError('rejected', 'not-found', { operation: 'tsapi.output' });
  }
  const number = String(Number(aux) - 1);
  if (on) return { endpoint: auxEndpoint.on, query: { ch, on: number } };
  return { endpoint: auxEndpoint.off, query: { ch, off: number } };
}

export const outputOperations = {
  async listOutputs(link, channel) {
    const ch = channelNumber(channel);
    const { relayOutputs, auxOutputs } = await channelCapabilities(link, channel);
    const switched = relayOutputs === 0 ? [] : await relays(link, ch);
    return [...switched, ...auxiliaries(auxOutputs)];
  },
  async switchOutput(link, channel, outputId, on) {
    await sendCommand(link, switchCall(channelNumber(channel), outputId, on));
  },
} satisfies SiteOperations;
