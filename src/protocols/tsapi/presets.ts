import { z } from 'zod';
import { DeviceError } from '../../domain/device-error.ts';
import type { Preset } from '../../domain/preset.ts';
import type { DeviceLink, EndpointCall } from '../protocol.ts';
import type { SteeringOperations } from '../steering-operations.ts';
import { operationOf } from './ask.ts';
import { channelNumber } from './channel-number.ts';
import { readCommand, sendCommand } from './command.ts';
import { presetEndpoint } from './endpoints-ptz.ts';
import { numberedPresets, type ReportedPreset } from './preset-list.ts';
import { token } from './query-fields.ts';
import { chid, wellFormed } from './replies.ts';
import { refuseCode } from './response-code.ts';

/** `maxPreset` counts no further than this by far: a longer list is no list of presets. */
const mostPresets = 4096;

const reportedPreset = z.object({
  token: z.union([token, z.int().transform(String)]),
  name: z.string().catch(''),
});
const presetLists = z.array(
  z.object({ chid, code: z.int(), preset: z.array(z.unknown()).max(mostPresets).optional() }),
);
const removals = z.object({ preset: z.array(z.object({ code: z.int() })).min(1) });

/** The list that the server keeps, or with `reload` the one that it fetches from the camera. */
async function readList(
  link: DeviceLink,
  ch: number,
  which: 'list' | 'reload',
): Promise<ReportedPreset[]> {
  const query = { ch: String(ch), [which]: true } as const;
  const call: EndpointCall = { endpoint: presetEndpoint[which], query };
  const operation = operationOf(call);
  const own = (await readCommand(link, call, presetLists)).find((entry) => entry.chid === ch);
  if (own !== undefined) refuseCode(own.code, operation);
  if (own?.preset === undefined) {
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation, detail: 'preset' });
  }
  return wellFormed(own.preset, reportedPreset);
}

/** A server that has not asked the camera yet keeps an empty list; only then the slow one is read. */
async function reportedPresets(link: DeviceLink, ch: number): Promise<ReportedPreset[]> {
  const kept = await readList(link, ch, 'list');
  return kept.length > 0 ? kept : readList(link, ch, 'reload');
}

/** @throws DeviceError `not-found` for what no server gives out: a comma would name two presets */
function knownToken(presetId: string): string {
  if (token.safeParse(presetId).success) return presetId;
  throw new DeviceError('rejected', 'not-found', { operation: 'tsapi.preset' });
}

export const presetOperations = {
  async listPresets(link: DeviceLink, channel: string): Promise<readonly Preset[]> {
    return numberedPresets(await reportedPresets(link, channelNumber(channel)));
  },
  async goToPreset(link, channel, presetId) {
    const query = { ch: channelNumber(channel), go: knownToken(presetId) };
    await sendCommand(link, { endpoint: presetEndpoint.go, query });
  },
  async savePreset(link, channel, { id, name }) {
    const ch = channelNumber(channel);
    // Read first, for the number: after the saving, a failure of the list would look like one of it.
    const before = await reportedPresets(link, ch);
    const named = { name: name === '' ? undefined : name };
    const call: EndpointCall =
      id === null
        ? { endpoint: presetEndpoint.add, query: { ch, add: true, ...named } }
        : { endpoint: presetEndpoint.set, query: { ch, set: knownToken(id), ...named } };
    const saved = await readCommand(link, call, reportedPreset);
    const all = numberedPresets([...before, saved]);
    const preset = all.find((one) => one.id === saved.token);
    if (preset !== undefined) return preset;
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation: operationOf(call) });
  },
  async removePreset(link, channel, presetId) {
    const query = { ch: channelNumber(channel), rm: knownToken(presetId) };
    const call: EndpointCall = { endpoint: presetEndpoint.remove, query };
    const { preset } = await readCommand(link, call, removals);
    for (const { code } of preset) refuseCode(code, operationOf(call));
  },
} satisfies SteeringOperations;
