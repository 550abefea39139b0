import { viewingOf } from './access/viewing.ts';
import { acceptChangesSocket } from './api/changes-socket.ts';
import type { ProxyParts } from './api/proxy-parts.ts';
import type { SocketRoute, SocketVisit } from './api/socket-upgrades.ts';

/** Every WebSocket there is. */
export function socketRoutes(parts: ProxyParts): readonly SocketRoute[] {
  const { media, control, directory, record, now } = parts;
  const viewing = ({ caller, address }: SocketVisit) =>
    viewingOf({ caller, address, camera: (id) => directory.standing(id), record, now });
  return [
    {
      path: '/ws/frames',
      policy: 'view',
      accept: (socket, visit) => media.acceptFramesSocket(socket, viewing(visit)),
    },
    {
      path: '/ws/flv',
      policy: 'view',
      accept: (socket, visit) => {
        const cameraId = visit.query.get('camera') ?? '';
        const streamId = visit.query.get('stream') ?? '';
        media.acceptFlvSocket(socket, { cameraId, streamId }, viewing(visit));
      },
    },
    { path: '/ws/changes', policy: 'view', accept: (socket) => acceptChangesSocket(socket, parts) },
    {
      path: '/ws/control',
      policy: 'control',
      accept: (socket, visit) => control.acceptSocket(socket, visit),
    },
  ];
}
