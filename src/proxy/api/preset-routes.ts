import type { FastifyInstance } from 'fastify';
import { newPresetSchema, type PresetView, renamedPresetSchema } from '../../api/presets.ts';
import type { NewPreset, Preset } from '../../domain/preset.ts';
import type { DeviceLink, Operations } from '../../protocols/protocol.ts';
import { offered } from '../control/run-action.ts';
import { JpegWalker } from '../media/jpeg-walker.ts';
import { cleanName } from '../registry/clean-name.ts';
import { RequestFault } from '../request-fault.ts';
import { actingFrom, type CameraParams } from './acting-from.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { sendMedia } from './send-media.ts';
import { whoIs } from './session-routes.ts';

interface PresetParams extends CameraParams {
  presetId: string;
}

/** Positions that cameras remember, each with a picture of what it looks at. */
export function addPresetRoutes(app: FastifyInstance, { control, store }: ProxyParts): void {
  const config = { policy: 'control' } as const;
  const one = '/api/cameras/:cameraId/presets/:presetId';

  app.get<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/presets',
    { config },
    async ({ params }, reply) => {
      const { operations, connection, channel } = control.road(params.cameraId);
      const presets = await offered(operations.listPresets)(connection, channel);
      const times = await store.control.readPictureTimes(params.cameraId);
      reply.header('cache-control', 'no-store');
      return { presets: presets.map((preset) => presetView(preset, times.get(preset.id))) };
    },
  );

  app.post<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/presets',
    { config },
    async (request, reply) => {
      const { windowId, id, name, picture } = readInput(newPresetSchema, request.body);
      const shown = picture === undefined ? null : readPicture(picture);
      const wanted = { id, name: cleanName(name) };
      const saved = await control.act(
        actingFrom(request, windowId),
        { operation: 'preset.save', parameters: { preset: id ?? '', name: wanted.name } },
        (operations, link, channel) => savePreset(wanted, operations, link, channel),
      );
      const picturedAtMs = await control.pictures.take(request.params.cameraId, saved.id, shown);
      return reply.code(201).send(presetView(saved, picturedAtMs));
    },
  );

  app.patch<{ Params: PresetParams }>(one, { config }, async (request, reply) => {
    const { cameraId, presetId } = request.params;
    const name = cleanName(readInput(renamedPresetSchema, request.body).name);
    await control.run(
      { ...whoIs(request), cameraId },
      { operation: 'preset.rename', parameters: { preset: presetId, name } },
      (operations, link, channel) =>
        offered(operations.renamePreset)(link, channel, presetId, name),
    );
    return reply.code(204).send();
  });

  app.delete<{ Params: PresetParams }>(one, { config }, async (request, reply) => {
    const { cameraId, presetId } = request.params;
    await control.run(
      { ...whoIs(request), cameraId },
      { operation: 'preset.remove', parameters: { preset: presetId } },
      (operations, link, channel) => offered(operations.removePreset)(link, channel, presetId),
    );
    await store.control.removePicture(cameraId, presetId);
    return reply.code(204).send();
  });

  app.post<{ Params: PresetParams }>(`${one}/go`, { config }, async (request, reply) => {
    const { presetId } = request.params;
    await control.act(
      actingFrom(request),
      { operation: 'preset.go', parameters: { preset: presetId } },
      (operations, link, channel) => offered(operations.goToPreset)(link, channel, presetId),
    );
    return reply.code(204).send();
  });

  app.get<{ Params: PresetParams }>(`${one}/picture`, { config }, async ({ params }, reply) => {
    const picture = await store.control.readPicture(params.cameraId, params.presetId);
    if (!picture) throw new RequestFault('not-found');
    return sendMedia(reply, 'image/jpeg', picture.jpeg);
  });
}

/**
 * @param base64 what a window shows of a camera
 * @throws RequestFault `invalid-input` for anything but one whole JPEG
 */
function readPicture(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64');
  const isPicture = bytes[0] === 0xff && bytes[1] === 0xd8;
  if (!isPicture || new JpegWalker().walk(bytes) !== bytes.length) {
    throw new RequestFault('invalid-input', 'picture');
  }
  return bytes;
}

/** @throws RequestFault `presets-full` before the device would have to find that out */
async function savePreset(
  preset: NewPreset,
  operations: Operations,
  link: DeviceLink,
  channel: string,
): Promise<Preset> {
  const save = offered(operations.savePreset);
  if (preset.id === null) {
    const abilities = await operations.readPtzAbilities?.(link, channel);
    const presets = (await operations.listPresets?.(link, channel)) ?? [];
    const most = abilities?.presets?.most ?? Number.POSITIVE_INFINITY;
    if (presets.length >= most) throw new RequestFault('presets-full');
  }
  return save(link, channel, preset);
}

/** A device is foreign input, its names too. */
function presetView({ id, number, name }: Preset, picturedAtMs: number | undefined): PresetView {
  return {
    id,
    number,
    name: cleanName(name),
    ...(picturedAtMs === undefined ? {} : { picturedAtMs }),
  };
}
