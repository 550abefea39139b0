import type { FastifyInstance, FastifyReply } from 'fastify';
import { pictureSettingsSchema } from '../../api/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { cameraView } from '../registry/views-of-device.ts';
import { RequestFault } from '../request-fault.ts';
import type { ProxyParts } from './proxy-parts.ts';

interface CameraParams {
  cameraId: string;
}
interface StreamParams extends CameraParams {
  streamId: string;
}

/** Bytes from a device may not be read as anything but what our route says they are. */
const mediaPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";

export function addCameraRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { directory, media } = parts;
  const config = { policy: 'view' } as const;

  app.get('/api/cameras', { config }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return {
      cameras: directory.cameras.map(({ device, camera }) =>
        cameraView(device, camera, media.repackages),
      ),
    };
  });

  app.get<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/snapshot',
    { config },
    async ({ params }, reply) => {
      existing(parts, params.cameraId);
      const { bytes } = await media.snapshot(params.cameraId);
      return sendMedia(reply, 'image/jpeg', bytes);
    },
  );

  app.get<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/picture-settings',
    { config },
    async ({ params }, reply) => {
      const { device, camera } = existing(parts, params.cameraId);
      const read = device.protocol?.operations.readPictureSettings;
      if (!read || !device.connection) throw new DeviceError('unsupported', 'not-supported');
      reply.header('cache-control', 'no-store');
      return pictureSettingsSchema.parse(await read(device.connection, camera.row.channel));
    },
  );

  app.get<{ Params: StreamParams }>(
    '/api/cameras/:cameraId/hls/:streamId/index.m3u8',
    { config },
    async ({ params }, reply) => {
      existing(parts, params.cameraId);
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
    async ({ params, headers }, reply) => {
      const { device, camera } = existing(parts, params.cameraId);
      reply.header('cache-control', 'no-store');
      return parts.pages.open(device, camera, headers.host ?? '');
    },
  );
}

function existing({ directory }: ProxyParts, cameraId: string) {
  const found = directory.camera(cameraId);
  if (!found) throw new RequestFault('not-found');
  return found;
}

function sendMedia(
  reply: FastifyReply,
  contentType: string,
  bytes: Uint8Array | string,
): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('content-security-policy', mediaPolicy)
    .type(contentType)
    .send(bytes);
}
