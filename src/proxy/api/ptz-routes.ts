import type { FastifyInstance } from 'fastify';
import { actionRequestSchema, type Steering } from '../../api/control.ts';
import { actionWords, offered, runAction } from '../control/run-action.ts';
import { steeringOf } from '../control/steering-of.ts';
import { actingFrom, type CameraParams } from './acting-from.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';

/** What a camera can do, and having it done once; moving is for the control socket. */
export function addPtzRoutes(app: FastifyInstance, { control, directory }: ProxyParts): void {
  const config = { policy: 'control' } as const;

  app.get<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/ptz',
    { config },
    async ({ params }, reply): Promise<Steering> => {
      const { operations, connection, channel } = control.road(params.cameraId);
      reply.header('cache-control', 'no-store');
      return steeringOf(operations, connection, channel);
    },
  );

  app.get<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/ptz/position',
    { config },
    async ({ params }, reply) => {
      const { operations, connection, channel } = control.road(params.cameraId);
      reply.header('cache-control', 'no-store');
      return offered(operations.readPtzPosition)(connection, channel);
    },
  );

  app.post<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/ptz/actions',
    { config },
    async (request, reply) => {
      const { cameraId } = request.params;
      const { windowId, action } = readInput(actionRequestSchema, request.body);
      const parameters = actionWords(action);
      const streams = directory.streamsOf(cameraId);
      await control.act(
        actingFrom(request, windowId),
        { operation: `ptz.${action.kind}`, parameters },
        (operations, link, channel) => runAction(action, streams, operations, link, channel),
        // A step is a movement and its stop with some devices.
        action.kind === 'step' ? action.step : undefined,
      );
      return reply.code(204).send();
    },
  );
}
