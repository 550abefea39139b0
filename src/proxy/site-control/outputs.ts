import type { z } from 'zod/mini';
import type { OutputView, switchRequestSchema } from '../../api/site-control.ts';
import type { Output } from '../../domain/ports.ts';
import type { ProxyParts } from '../api/proxy-parts.ts';
import { cleanName } from '../registry/clean-name.ts';
import { RequestFault } from '../request-fault.ts';
import { reachCamera } from './reach-camera.ts';
import { type Commander, sendCommand } from './send-command.ts';

type Parts = Pick<ProxyParts, 'audit' | 'bus' | 'directory' | 'now' | 'store'>;

/** The outputs as the device tells them now, each with the last command that we sent to it. */
export async function readOutputs(
  { directory, store }: Pick<Parts, 'directory' | 'store'>,
  cameraId: string,
): Promise<readonly OutputView[]> {
  const { operation, link, channel } = reachCamera(directory, cameraId, 'listOutputs');
  const outputs = await operation(link, channel);
  const commands = await store.control.readOutputCommands(cameraId);
  return outputs.map(({ id, kind, name, state }) => {
    const last = commands.find(({ outputId }) => outputId === id);
    return {
      id,
      kind,
      name: cleanName(name),
      state,
      ...(last && { lastCommand: { on: last.on, by: last.by, atMs: last.atMs } }),
    };
  });
}

/** Switches an output. What it does then, the device tells whoever reads it again. */
export async function switchOutput(
  parts: Parts,
  by: Commander,
  cameraId: string,
  { outputId, on }: z.infer<typeof switchRequestSchema> & { readonly outputId: string },
): Promise<void> {
  const { audit, bus, directory, now, store } = parts;
  const { operation, link, channel, camera } = reachCamera(directory, cameraId, 'switchOutput');
  // Its last command could not be kept: nobody has saved the camera yet.
  if (directory.standing(cameraId)?.isDraft !== false) throw new RequestFault('not-found');
  const { operation: list } = reachCamera(directory, cameraId, 'listOutputs');
  const state = on ? 'on' : 'off';
  const parameters = { output: cleanName(outputId), state };
  const command = { by, camera, operation: 'output.switch', parameters };
  await sendCommand(audit.record, command, async (name) => {
    const output = (await list(link, channel)).find(({ id }) => id === outputId);
    if (!output) throw new RequestFault('not-found', 'output');
    name({ output: outputName(output), state });
    await operation(link, channel, outputId, on);
  });
  const { caller } = by;
  const sender = caller.kind === 'person' ? caller.person.name : '';
  try {
    await store.control.saveOutputCommand({ cameraId, outputId, on, by: sender, atMs: now() });
  } finally {
    // It is switched, whether or not that can be kept: everybody is to read it anew.
    bus.publish('site-control');
  }
}

/** With the id, which never changes. */
function outputName({ id, name }: Output): string {
  const clean = cleanName(name);
  return clean === '' ? id : `${clean} (${id})`;
}
