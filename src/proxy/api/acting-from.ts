import type { FastifyRequest } from 'fastify';
import { steeringRequestSchema } from '../../api/presets.ts';
import type { ActingFrom } from '../control/control-desk.ts';
import { readInput } from './problem-reply.ts';
import { whoIs } from './session-routes.ts';

export interface CameraParams {
  cameraId: string;
}

/** Who has which camera do something, in the window that the body names. */
export function actingFrom(
  request: FastifyRequest<{ Params: CameraParams }>,
  windowId = readInput(steeringRequestSchema, request.body).windowId,
): ActingFrom {
  return { ...whoIs(request), cameraId: request.params.cameraId, windowId };
}
