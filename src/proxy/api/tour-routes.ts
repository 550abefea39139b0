import type { FastifyInstance, FastifyRequest } from 'fastify';
import { savedTourSchema } from '../../api/presets.ts';
import { offered } from '../control/run-action.ts';
import { cleanName } from '../registry/clean-name.ts';
import { actingFrom, type CameraParams } from './acting-from.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';

interface TourParams extends CameraParams {
  tourId: string;
}

/** Ways that a camera goes by itself. */
export function addTourRoutes(app: FastifyInstance, { control }: ProxyParts): void {
  const config = { policy: 'control' } as const;
  const one = '/api/cameras/:cameraId/tours/:tourId';

  app.get<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/tours',
    { config },
    async ({ params: { cameraId } }, reply) => {
      const { operations, connection, channel } = control.road(cameraId);
      const tours = await offered(operations.listTours)(connection, channel);
      reply.header('cache-control', 'no-store');
      return {
        tours: tours.map((tour) => ({ ...tour, name: cleanName(tour.name) })),
        startedId: control.startedTours.get(cameraId) ?? null,
      };
    },
  );

  app.get<{ Params: TourParams }>(one, { config }, async ({ params }, reply) => {
    const { operations, connection, channel } = control.road(params.cameraId);
    reply.header('cache-control', 'no-store');
    return offered(operations.readTour)(connection, channel, params.tourId);
  });

  app.put<{ Params: TourParams }>(one, { config }, async (request, reply) => {
    const { tourId } = request.params;
    const { windowId, plan } = readInput(savedTourSchema, request.body);
    // Devices keep names in files of lines.
    const clean = plan.kind === 'sequence' ? { ...plan, name: cleanName(plan.name) } : plan;
    await control.act(
      actingFrom(request, windowId),
      { operation: 'tour.save', parameters: { tour: tourId } },
      (operations, link, channel) => offered(operations.saveTour)(link, channel, tourId, clean),
    );
    return reply.code(204).send();
  });

  app.post<{ Params: TourParams }>(`${one}/start`, { config }, async (request, reply) => {
    await run(request, 'start');
    return reply.code(204).send();
  });

  app.post<{ Params: TourParams }>(`${one}/stop`, { config }, async (request, reply) => {
    await run(request, 'stop');
    return reply.code(204).send();
  });

  async function run(request: FastifyRequest<{ Params: TourParams }>, what: 'start' | 'stop') {
    const { cameraId, tourId } = request.params;
    const event = { operation: `tour.${what}`, parameters: { tour: tourId } };
    await control.act(actingFrom(request), event, (operations, link, channel) => {
      const { startTour, stopTour } = operations;
      return offered(what === 'start' ? startTour : stopTour)(link, channel, tourId);
    });
    if (what === 'start') control.startedTours.set(cameraId, tourId);
    else if (control.startedTours.get(cameraId) === tourId) control.startedTours.delete(cameraId);
  }
}
