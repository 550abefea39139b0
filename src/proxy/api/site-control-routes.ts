import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pictureSettingsSchema } from '../../api/camera.ts';
import {
  armingChangeSchema,
  armingSchema,
  outputListSchema,
  pictureChangeSchema,
  switchRequestSchema,
} from '../../api/site-control.ts';
import { changeArming, readArming } from '../site-control/arming.ts';
import { readOutputs, switchOutput } from '../site-control/outputs.ts';
import { changePictureSettings, readPictureSettings } from '../site-control/picture-settings.ts';
import type { Commander } from '../site-control/send-command.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';

interface CameraParams {
  cameraId: string;
}
interface OutputParams extends CameraParams {
  outputId: string;
}

/**
 * What acts on the site around a camera. A change answers with nothing: how things are then, only
 * the device knows, and whoever wants to show it reads it again.
 */
export function addSiteControlRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const config = { policy: 'control' } as const;

  app.get<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/outputs',
    { config },
    async ({ params }, reply) => {
      reply.header('cache-control', 'no-store');
      return outputListSchema.parse({ outputs: await readOutputs(parts, params.cameraId) });
    },
  );

  app.put<{ Params: OutputParams }>(
    '/api/cameras/:cameraId/outputs/:outputId',
    { config },
    async (request, reply) => {
      const { cameraId, outputId } = request.params;
      const { on } = readInput(switchRequestSchema, request.body);
      await switchOutput(parts, commander(request), cameraId, { outputId, on });
      return reply.code(204).send();
    },
  );

  app.get<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/arming',
    { config },
    async ({ params, caller }, reply) => {
      reply.header('cache-control', 'no-store');
      return armingSchema.parse(await readArming(parts, caller, params.cameraId));
    },
  );

  app.post<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/arming',
    { config },
    async (request, reply) => {
      const change = readInput(armingChangeSchema, request.body);
      await changeArming(parts, commander(request), request.params.cameraId, change);
      return reply.code(204).send();
    },
  );

  app.get<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/picture-settings',
    { config: { policy: 'view' } },
    async ({ params }, reply) => {
      reply.header('cache-control', 'no-store');
      return pictureSettingsSchema.parse(await readPictureSettings(parts, params.cameraId));
    },
  );

  app.patch<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/picture-settings',
    { config },
    async (request, reply) => {
      const change = readInput(pictureChangeSchema, request.body);
      await changePictureSettings(parts, commander(request), request.params.cameraId, change);
      return reply.code(204).send();
    },
  );
}

function commander({ caller, ip }: FastifyRequest): Commander {
  return { caller, address: ip };
}
