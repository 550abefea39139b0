import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  recordedBytesQuerySchema,
  recordedFileQuerySchema,
  recordedRangeQuerySchema,
} from '../../api/recordings.ts';
import { authorize } from '../access/authorize.ts';
import { shownType } from '../recordings/recorded-files.ts';
import { askedBytes } from '../recordings/recorded-piece.ts';
import { recordingProof } from '../recordings/recording-proof.ts';
import type { FoundCamera } from '../registry/camera-directory.ts';
import { RequestFault } from '../request-fault.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { sendMedia } from './send-media.ts';
import { touchViewing } from './touch-viewing.ts';

interface CameraParams {
  cameraId: string;
}

export function addRecordingRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { recordings } = parts;
  const config = { policy: 'view' } as const;

  app.get('/api/recordings/spans', { config }, async (request, reply) => {
    const { cameras, range } = askedRange(parts, request);
    reply.header('cache-control', 'no-store');
    return { cameras: await recordings.spans(cameras, range) };
  });

  app.get('/api/recordings/days', { config }, async (request, reply) => {
    const { cameras, range } = askedRange(parts, request);
    reply.header('cache-control', 'no-store');
    return recordings.days(cameras, range);
  });

  app.get('/api/recordings/proof', { config }, async (request, reply) => {
    const { cameras, range } = askedRange(parts, request);
    const { now, events } = parts;
    reply.header('cache-control', 'no-store');
    return recordingProof(cameras, range, { recordings, journal: events.journal, now });
  });

  app.get<{ Params: CameraParams }>(
    '/api/cameras/:cameraId/recording',
    { config },
    async ({ params, query }, reply) => {
      const found = existing(parts, params.cameraId);
      const asked = readInput(recordedFileQuerySchema, withNumbers(query, ['at']));
      reply.header('cache-control', 'no-store');
      return recordings.file(found, asked);
    },
  );

  app.get<{ Params: CameraParams & { fileId: string } }>(
    '/api/cameras/:cameraId/recording-files/:fileId',
    { config: { ...config, lasting: true } },
    async (request, reply) => {
      const { params, query, headers } = request;
      const found = existing(parts, params.cameraId);
      const { pieces } = readInput(recordedBytesQuerySchema, query);
      const asked = askedBytes(headers.range, pieces);
      const ending = new AbortController();
      reply.raw.once('close', () => ending.abort());
      const piece = await recordings.piece(found, params.fileId, asked, ending.signal);
      touchViewing(parts, request, found.camera.row.id, {
        watched: 'recording',
        facts: { from: new Date(piece.fromMs).toISOString() },
      });
      const { first, last, size } = piece;
      reply
        .code(206)
        .header('accept-ranges', 'bytes')
        .header('content-range', `bytes ${first}-${last}/${size}`)
        .header('content-length', last - first + 1);
      return sendMedia(reply, shownType(piece.type), piece.body);
    },
  );
}

function existing({ directory }: ProxyParts, cameraId: string): FoundCamera {
  const found = directory.camera(cameraId);
  if (!found) throw new RequestFault('not-found');
  return found;
}

/** Cameras that the caller may not see are as absent as those that there are not. */
function askedRange({ directory }: ProxyParts, { query, caller }: FastifyRequest) {
  const given = withNumbers(query, ['from', 'to']);
  const listed = { ...given, camera: [given.camera ?? []].flat() };
  const { camera, from: fromMs, to: toMs } = readInput(recordedRangeQuerySchema, listed);
  const cameras = [...new Set(camera)].flatMap((cameraId) => {
    const standing = directory.standing(cameraId);
    const found = directory.camera(cameraId);
    return found && standing && authorize(caller, 'view', standing) ? [found] : [];
  });
  return { cameras, range: { fromMs, toMs } };
}

function withNumbers(query: unknown, names: readonly string[]): Record<string, unknown> {
  const given: Record<string, unknown> = { ...(query as Readonly<Record<string, unknown>>) };
  for (const name of names) {
    const value = given[name];
    if (typeof value === 'string' && /^-?\d{1,15}$/.test(value)) given[name] = Number(value);
  }
  return given;
}
