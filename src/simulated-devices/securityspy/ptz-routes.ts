import { escapeMarkup } from '../http/markup.ts';
import { savesPreset } from '../video-server/ptz-head.ts';
import { ptzControls } from '../video-server/ptz-page.ts';
import { sendHtml, sendNotFound, sendText, sendUnauthorized } from '../video-server/replies.ts';
import { may, right } from './rights.ts';
import type { Exchange, Routes } from './route.ts';
import type { ServerState } from './server-state.ts';

export function ptzRoutes(state: ServerState): Routes {
  const command =
    (parameter: 'command' | 'code') =>
    ({ query, account, response }: Exchange): void => {
      const camera = state.camera(query);
      const number = Number(query.get(parameter) ?? '');
      if (savesPreset(number) && !may(account, right.savePreset))
        return void sendUnauthorized(response);
      // What a refused command is told is documented nowhere; anything but "OK" will do.
      if (
        camera === null ||
        !camera.online ||
        !camera.ptz.command(number, query.get('speed'), state.now())
      )
        return void sendNotFound(response);
      return void sendText(response, 'OK');
    };
  return {
    'GET ptz/command': { needs: right.ptz, run: command('command') },
    // The name that the server's own page uses.
    'GET ptzcommand': { needs: right.ptz, run: command('code') },
    'GET ptz/controls': {
      needs: right.ptz,
      run: ({ query, response }) => {
        const camera = state.camera(query);
        if (camera === null) return void sendNotFound(response);
        const controls = ptzControls(camera.number, camera.ptz.features);
        return void sendHtml(response, escapeMarkup(camera.name), controls);
      },
    },
    'GET getptzcapabilities': {
      needs: right.live,
      run: ({ query, response }) => {
        const camera = state.camera(query);
        if (camera === null) return void sendNotFound(response);
        return void sendText(response, String(camera.ptz.features));
      },
    },
  };
}
