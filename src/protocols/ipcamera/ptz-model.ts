import type { Parameters } from '../parsing/parameters.ts';
import type { DeviceLink } from '../protocol.ts';
import { ptzRows } from './endpoints-ptz.ts';
import { operationOf, orNothing, readGroups, textOf } from './parameter-groups.ts';
import { leastPtzDescription, type PtzDescription, readPtzDescription } from './ptz-replies.ts';

const nothing: PtzDescription = new Map();

/**
 * Which commands a camera has: `Properties.PTZ.PTZ` says whether it turns, `info=1` how. A fixed
 * camera is not even asked; its description is empty.
 */
export async function describePtz(
  link: DeviceLink,
  properties: Parameters,
): Promise<PtzDescription> {
  const turns = textOf(properties, 'Properties.PTZ.PTZ')?.toLowerCase();
  if (turns === 'no') return nothing;
  const { commands } = ptzRows;
  const described = await orNothing(
    link
      .call({ endpoint: commands, query: { info: 1 } })
      .then(({ text }) => readPtzDescription(text, operationOf(commands))),
  );
  return described ?? (turns === 'yes' ? leastPtzDescription : nothing);
}

/** The same, for whoever has not read the properties. */
export async function readPtzModel(link: DeviceLink): Promise<PtzDescription> {
  return describePtz(link, await readGroups(link, ['Properties']));
}
