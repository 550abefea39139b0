import type { FastifyRequest } from 'fastify';
import { type ViewingParts, viewingOf } from '../access/viewing.ts';
import type { ProxyParts } from './proxy-parts.ts';

/** A picture that comes by short requests is open as long as somebody keeps asking. */
export function touchViewing(
  { directory, polled, record, now }: ProxyParts,
  { caller, ip }: FastifyRequest,
  cameraId: string,
  what: Pick<ViewingParts, 'watched' | 'facts'> = {},
): void {
  if (caller.kind === 'nobody') return;
  const viewing = viewingOf({
    caller: () => caller,
    address: ip,
    camera: (id) => directory.standing(id),
    record,
    now,
    ...what,
  });
  polled.touch(caller.session.id, cameraId, viewing);
}
