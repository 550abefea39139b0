import { sendNotFound, sendText } from '../video-server/replies.ts';
import { triggerReason } from './event-hub.ts';
import { right } from './rights.ts';
import type { Exchange, Route, Routes } from './route.ts';
import { type ModeLetter, modeLetters, presets } from './schedules.ts';
import type { ServerState } from './server-state.ts';
import type { SpyCamera } from './spy-camera.ts';

const disarmedAlways = 0;
const armedAlways = 1;

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

function trigger(state: ServerState, camera: SpyCamera): void {
  const armed = (letter: ModeLetter): boolean => camera.arming.state(letter, state.now()).armed;
  const reason = String(triggerReason.webServer);
  camera.lastMotionMs = state.now();
  if (armed('M')) {
    const { folder, name } = state.footage.record(camera.number);
    state.events.emit(camera.number, 'TRIGGER_M', reason);
    state.events.emit(camera.number, 'FILE', `/Cameras/${camera.name}/${folder}/${name}`);
  }
  if (armed('A')) state.events.emit(camera.number, 'TRIGGER_A', reason);
}

/**
 * Schedules, presets, modes and triggers. Commands are told "OK" whatever they changed, and only a
 * wrong camera is an error, as captured. The names that begin with `ss` are those of older clients.
 */
export function armingRoutes(state: ServerState): Routes {
  const forCameras =
    (change: (camera: SpyCamera, query: URLSearchParams) => void) =>
    ({ query, response }: Exchange): void => {
      const chosen = state.chosenCameras(query);
      if (chosen.length === 0) return void sendNotFound(response);
      for (const camera of chosen) change(camera, query);
      state.tellModes();
      return void sendText(response, 'OK');
    };
  const schedule = (change: (camera: SpyCamera, query: URLSearchParams) => void): Route => ({
    needs: right.schedule,
    run: forCameras(change),
  });
  const set = (camera: SpyCamera, query: URLSearchParams, from: string, to: string): void =>
    camera.arming.set(
      query.get('mode') ?? '',
      integer(query, from),
      integer(query, to),
      state.now(),
    );
  const armMode = (letter: ModeLetter): Route =>
    schedule(({ arming }, query) =>
      arming.set(letter, query.get('arm') === '1' ? armedAlways : disarmedAlways, 0, state.now()),
    );
  const setPreset: Route = {
    needs: right.schedule,
    run: ({ query, response }) => {
      const preset = presets.find(({ id }) => id === integer(query, 'id'));
      for (const { arming } of state.cameras) {
        for (const letter of preset === undefined ? [] : modeLetters)
          arming.set(letter, preset?.schedules[letter] ?? null, 0, state.now());
      }
      state.tellModes();
      return void sendText(response, 'OK');
    },
  };
  return {
    'GET cameramodes': {
      needs: right.live,
      run: ({ query, response }) => {
        const camera = state.camera(query);
        if (camera === null) return void sendNotFound(response);
        return void sendText(response, cameraModes(camera, state.now()));
      },
    },
    'GET setSchedule': schedule((camera, query) => set(camera, query, 'schedule', 'override')),
    'GET ssSetSchedule': schedule((camera, query) =>
      set(camera, query, query.has('id') ? 'id' : 'schedule', 'override'),
    ),
    'GET ssSetOverride': schedule((camera, query) =>
      set(camera, query, 'schedule', query.has('id') ? 'id' : 'override'),
    ),
    'GET ssControlMotionCapture': armMode('M'),
    'GET ssControlActions': armMode('A'),
    'GET setPreset': setPreset,
    'GET ssSetPreset': setPreset,
    'GET triggermd': {
      needs: right.trigger,
      run: forCameras((camera) => trigger(state, camera)),
    },
  };
}
