import { obeyed } from '../control/device-command.ts';
import { sendNotFound, sendText } from '../video-server/replies.ts';
import { sendTone } from './audio-tone.ts';
import { right } from './rights.ts';
import type { Exchange, Routes } from './route.ts';
import type { ServerState } from './server-state.ts';
import type { SpyCamera } from './spy-camera.ts';

/** Each camera sounds higher than the one before it. */
export function toneHertz(camera: number): number {
  return 330 + camera * 55;
}

function soundOf({ online, fault }: SpyCamera): 'playing' | 'silent' | 'ended' {
  if (!online) return 'ended';
  return fault === 'stalled' ? 'silent' : 'playing';
}

/** G.711 µ-law, 8000 Hz, mono, both ways ("audio"). */
export function audioRoutes(state: ServerState): Routes {
  const hearing =
    (run: (camera: SpyCamera, exchange: Exchange) => void) =>
    (exchange: Exchange): void => {
      const camera = state.camera(exchange.query);
      if (camera === null || !camera.hasAudio || !camera.online)
        return void sendNotFound(exchange.response);
      run(camera, exchange);
    };
  return {
    'GET audio': {
      needs: right.hear,
      run: hearing((camera, { response }) =>
        state.desk.take(
          response,
          { camera: camera.number, kind: 'read', command: 'audio', parameters: {} },
          () => obeyed(`plays ${toneHertz(camera.number)} Hz`),
          () =>
            sendTone(response, {
              hertz: toneHertz(camera.number),
              now: state.now,
              state: () => soundOf(camera),
            }),
        ),
      ),
    },
    'POST audio': {
      needs: right.talk,
      run: hearing((camera, { request, response }) =>
        state.desk.take(
          response,
          { camera: camera.number, kind: 'audio', command: 'audio', parameters: {} },
          () => {
            request.on('data', (bytes: Buffer) => camera.loudspeaker.play(bytes));
            return obeyed('plays what comes');
          },
          (outcome) => {
            if (!outcome.obeyed) return sendNotFound(response);
            request.on('end', () => sendText(response, 'OK'));
          },
        ),
      ),
    },
  };
}
