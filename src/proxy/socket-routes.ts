import { viewingOf } from './access/viewing.ts';
import { acceptChangesSocket } from './api/changes-socket.ts';
import type { ProxyParts } from './api/proxy-parts.ts';
import type { SocketRoute, SocketVisit } from './api/socket-upgrades.ts';
import { acceptInputsSocket } from './site-control/inputs-socket.ts';
import { VoiceVisit } from './voice/voice-visit.ts';

/** Every WebSocket there is. */
export function socketRoutes(parts: ProxyParts): readonly SocketRoute[] {
  const { media, voice, control, inputs, directory, record, now } = parts;
  const viewing = ({ caller, address }: SocketVisit) =>
    viewingOf({ caller, address, camera: (id) => directory.standing(id), record, now });
  const voiceVisit = ({ query, caller, address }: SocketVisit) =>
    new VoiceVisit(query.get('camera') ?? '', {
      ...{ caller, address, record },
      camera: (id) => directory.standing(id),
      gate: parts.access.gate,
    });
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
    {
      path: '/ws/inputs',
      policy: 'view',
      accept: (socket, visit) =>
        acceptInputsSocket(socket, visit.query.get('camera') ?? '', viewing(visit), inputs),
    },
    {
      path: '/ws/audio',
      policy: 'view',
      accept: (socket, visit) => voice.acceptAudioSocket(socket, voiceVisit(visit)),
    },
    {
      path: '/ws/talk',
      policy: 'control',
      accept: (socket, visit) => voice.acceptTalkSocket(socket, voiceVisit(visit)),
    },
    {
      path: '/ws/events',
      policy: 'view',
      accept: (socket, { caller }) => parts.events.accept(socket, caller, parts.alarms.feed),
    },
    { path: '/ws/changes', policy: 'view', accept: (socket) => acceptChangesSocket(socket, parts) },
    {
      path: '/ws/control',
      policy: 'control',
      accept: (socket, visit) => control.acceptSocket(socket, visit),
    },
  ];
}
