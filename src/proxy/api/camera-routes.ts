import type { FastifyInstance } from 'fastify';
import { authorize } from '../access/authorize.ts';
import { pageSessionOf } from '../pages/page-session-of.ts';
import { cameraView } from '../registry/views-of-device.ts';
import { RequestFault } from '../request-fault.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { sendMedia } from './send-media.ts';
import { touchViewing } from './touch-viewing.ts';

interface CameraParams {
  cameraId: string;
}
interface StreamParams extends CameraParams {
  streamId: string;
}

export function addCameraRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { directory, media } = parts;
  const config = { policy: 'view' } as const;

  app.get('/api/cameras', { config }, async ({ caller }, reply) => {
    reply.header('cache-control', 'no-store');
    const seen = directory.cameras.filter(({ camera }) =>
      authorize(caller, 'view', { id: camera.row.id, isDraft: false }),
    );
    return {
      cameras: seen.map(({ device, camera }) => cameraView(device, camera, media.repackages)),
    };
  });

  app.get<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/snapshot',
    { config },
    async (request, reply) => {
      const { params } = request;
      existing(parts, params.cameraId);
      touchViewing(parts, request, params.cameraId);
      const { bytes } = await media.snapshot(params.cameraId);
      return sendMedia(reply, 'image/jpeg', bytes);
    },
  );

  app.get<{ Params: StreamParams }>(
    '/api/cameras/:cameraId/hls/:streamId/index.m3u8',
    { config },
    async (request, reply) => {
      const { params } = request;
      existing(parts, params.cameraId);
      touchViewing(parts, request, params.cameraId);
      const playlist = await media.hlsPlaylist(params.cameraId, params.streamId);
      return sendMedia(reply, 'application/vnd.apple.mpegurl', playlist);
    },
  );

  app.get<{ Params: StreamParams & { name: string } }>(
    '/api/cameras/:cameraId/hls/:streamId/:name',
    { config },
    async ({ params }, reply) => {
      existing(parts, params.cameraId);
      const { cameraId, streamId, name } = params;
      const { bytes, contentType } = await media.hlsSegment(cameraId, streamId, name);
      return sendMedia(reply, contentType, bytes);
    },
  );

  app.post<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/page',
    { config },
    async ({ params, headers, caller, ip }, reply) => {
      const { device, camera } = existing(parts, params.cameraId);
      reply.header('cache-control', 'no-store');
      // The guard has let nobody in who is not somebody, nor any other origin.
      if (caller.kind === 'nobody') throw new RequestFault('sign-in-needed');
      const session = pageSessionOf(parts, caller.session, ip);
      return parts.pages.open(device, camera, { session, origin: headers.origin ?? '' });
    },
  );
}

function existing({ directory }: ProxyParts, cameraId: string) {
  const found = directory.camera(cameraId);
  if (!found) throw new RequestFault('not-found');
  return found;
}
