import type { ServerResponse } from 'node:http';
import { obeyed } from '../control/device-command.ts';
import { escapeMarkup } from '../http/markup.ts';
import { savesPreset } from '../video-server/ptz-features.ts';
import { ptzCommand } from '../video-server/ptz-head.ts';
import { ptzControls } from '../video-server/ptz-page.ts';
import { sendHtml, sendNotFound, sendText, sendUnauthorized } from '../video-server/replies.ts';
import { may, right } from './rights.ts';
import type { Exchange, Routes } from './route.ts';
import type { ServerState } from './server-state.ts';
import type { SpyCamera } from './spy-camera.ts';

export function ptzRoutes(state: ServerState): Routes {
  const command =
    (parameter: 'command' | 'code') =>
    ({ query, account, response }: Exchange): void => {
      const camera = state.camera(query);
      const number = Number(query.get(parameter) ?? '');
      if (savesPreset(number) && !may(account, right.savePreset))
        return void sendUnauthorized(response);
      if (camera === null || !camera.online) return void sendNotFound(response);
      state.desk.take(
        response,
        ptzCommand(camera.number, number, query),
        () => camera.ptz.command(number, query.get('speed')),
        // What a refused command is told is documented nowhere; anything but "OK" will do.
        (outcome) => (outcome.obeyed ? sendText(response, 'OK') : sendNotFound(response)),
      );
    };
  const read =
    (path: string, send: (camera: SpyCamera, response: ServerResponse) => void) =>
    ({ query, response }: Exchange): void => {
      const camera = state.camera(query);
      if (camera === null) return void sendNotFound(response);
      state.desk.take(
        response,
        { camera: camera.number, kind: 'read', command: path, parameters: {} },
        () => obeyed('told'),
        () => send(camera, response),
      );
    };
  return {
    'GET ptz/command': { needs: right.ptz, run: command('command') },
    // The name that the server's own page uses.
    'GET ptzcommand': { needs: right.ptz, run: command('code') },
    'GET ptz/controls': {
      needs: right.ptz,
      run: read('ptz/controls', ({ number, name, ptz }, response) =>
        sendHtml(response, escapeMarkup(name), ptzControls(number, ptz.features)),
      ),
    },
    'GET getptzcapabilities': {
      needs: right.live,
      run: read('getptzcapabilities', ({ ptz }, response) =>
        sendText(response, String(ptz.features)),
      ),
    },
  };
}
