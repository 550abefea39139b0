import { obeyed, parametersOf } from '../control/device-command.ts';
import { sendNotFound, sendText } from '../video-server/replies.ts';
import { right } from './rights.ts';
import type { Exchange, Route, Routes } from './route.ts';
import { type ModeLetter, modeLetters, presets } from './schedules.ts';
import type { ServerState } from './server-state.ts';
import type { SpyCamera } from './spy-camera.ts';
import { trigger, webServerReason } from './trigger.ts';

const disarmedAlways = 0;
const armedAlways = 1;
const allCameras = -1;

/** A whole number of a query; null where it is absent or no number. */
function integer(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  return text !== null && /^-?\d+$/.test(text) ? Number(text) : null;
}

function cameraModes({ arming }: SpyCamera, nowMs: number): string {
  const lines = modeLetters.map((letter) => {
    const { armed } = arming.state(letter, nowMs);
    return `${letter}:${armed ? 'ARMED' : 'DISARMED'}\r`;
  });
  return lines.join('');
}

/**
 * Schedules, presets, modes and triggers. Commands are told "OK" whatever they changed, and only a
 * wrong camera is an error, as captured. The names that begin with `ss` are those of older clients.
 */
export function armingRoutes(state: ServerState): Routes {
  const noted = (
    { query, response }: Exchange,
    camera: number,
    command: string,
    change: () => void,
  ): void =>
    state.desk.take(
      response,
      { camera, kind: 'arming', command, parameters: parametersOf(query) },
      () => {
        change();
        state.tellModes();
        return obeyed('as asked, where it is known');
      },
      (outcome) => (outcome.obeyed ? sendText(response, 'OK') : sendNotFound(response)),
    );
  const forCameras =
    (command: string, change: (camera: SpyCamera, query: URLSearchParams) => void) =>
    (exchange: Exchange): void => {
      const chosen = state.chosenCameras(exchange.query);
      const [first, ...more] = chosen;
      if (first === undefined) return void sendNotFound(exchange.response);
      noted(exchange, more.length === 0 ? first.number : allCameras, command, () => {
        for (const camera of chosen) change(camera, exchange.query);
      });
    };
  const schedule = (
    command: string,
    change: (camera: SpyCamera, query: URLSearchParams) => void,
  ): Route => ({ needs: right.schedule, run: forCameras(command, change) });
  const set = (camera: SpyCamera, query: URLSearchParams, from: string, to: string): void =>
    camera.arming.set(
      query.get('mode') ?? '',
      integer(query, from),
      integer(query, to),
      state.now(),
    );
  const armMode = (command: string, letter: ModeLetter): Route =>
    schedule(command, ({ arming }, query) =>
      arming.set(letter, query.get('arm') === '1' ? armedAlways : disarmedAlways, 0, state.now()),
    );
  const setPreset = (command: string): Route => ({
    needs: right.schedule,
    run: (exchange) =>
      noted(exchange, allCameras, command, () => {
        const preset = presets.find(({ id }) => id === integer(exchange.query, 'id'));
        for (const { arming } of state.cameras) {
          for (const letter of preset === undefined ? [] : modeLetters)
            arming.set(letter, preset?.schedules[letter] ?? null, 0, state.now());
        }
      }),
  });
  return {
    'GET cameramodes': {
      needs: right.live,
      run: ({ query, response }) => {
        const camera = state.camera(query);
        if (camera === null) return void sendNotFound(response);
        return void sendText(response, cameraModes(camera, state.now()));
      },
    },
    'GET setSchedule': schedule('setSchedule', (camera, query) =>
      set(camera, query, 'schedule', 'override'),
    ),
    'GET ssSetSchedule': schedule('ssSetSchedule', (camera, query) =>
      set(camera, query, query.has('id') ? 'id' : 'schedule', 'override'),
    ),
    'GET ssSetOverride': schedule('ssSetOverride', (camera, query) =>
      set(camera, query, 'schedule', query.has('id') ? 'id' : 'override'),
    ),
    'GET ssControlMotionCapture': armMode('ssControlMotionCapture', 'M'),
    'GET ssControlActions': armMode('ssControlActions', 'A'),
    'GET setPreset': setPreset('setPreset'),
    'GET ssSetPreset': setPreset('ssSetPreset'),
    'GET triggermd': {
      needs: right.trigger,
      run: forCameras('triggermd', (camera) => trigger(state, camera, webServerReason)),
    },
  };
}
