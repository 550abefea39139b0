import { EventDesk } from '../events/event-desk.ts';
import {
  type EventFields,
  type EventKinds,
  type EventOrder,
  flagField,
  numberField,
  textField,
} from '../events/event-order.ts';
import { movingBox } from '../scenery/moving-box.ts';
import { type ModeLetter, modeLetters } from './schedules.ts';
import type { ServerState } from './server-state.ts';
import { pictureSize, type SpyCamera } from './spy-camera.ts';
import { trigger } from './trigger.ts';

const disarmedAlways = 0;
const armedAlways = 1;
const timeoutCode = 800;
const videoMotionReason = 1;

export interface SpyFaultSetter {
  /** Loses a camera with a code, or brings it back with null. */
  setOffline(camera: SpyCamera, code: number | null): void;
}

/** Pixels of the camera's picture, `X Y W H`: what moves in the scene where nothing else is asked. */
function boxOf({ site }: SpyCamera, fields: EventFields, nowMs: number): string {
  if (Array.isArray(fields.box)) return fields.box.map(Number).join(' ');
  const { x, y, width, height } = movingBox(site, nowMs);
  const across = (share: number): number => Math.round(share * pictureSize.width);
  const down = (share: number): number => Math.round(share * pictureSize.height);
  return [across(x), down(y), across(width), down(height)].join(' ');
}

function modeOf(fields: EventFields): ModeLetter | undefined {
  return modeLetters.find((letter) => letter === textField(fields, 'mode', 'M'));
}

/** Every event of the document, and what in the server goes with it. */
export function spyEvents(state: ServerState, faults: SpyFaultSetter): EventDesk {
  const { events, cameras } = state;
  const ofCamera =
    (tell: (camera: SpyCamera, fields: EventFields) => boolean | undefined) =>
    ({ channel, fields }: EventOrder): number | null => {
      const serial = numberField(fields, 'serial', 1);
      const camera = cameras[channel ?? (serial - 1) % cameras.length];
      if (camera === undefined || tell(camera, fields) === false) return null;
      return events.listeners;
    };
  const arm = (isArmed: boolean) =>
    ofCamera(({ arming }, fields) => {
      const letter = modeOf(fields);
      if (letter === undefined) return false;
      arming.set(letter, isArmed ? armedAlways : disarmedAlways, 0, state.now());
      state.tellModes();
      return true;
    });
  const plain = (event: string, info: (camera: SpyCamera, fields: EventFields) => string) =>
    ofCamera((camera, fields) => {
      events.emit(camera.number, event, info(camera, fields));
      return true;
    });
  const kinds: EventKinds = {
    arm: arm(true),
    disarm: arm(false),
    error: plain(
      'ERROR',
      (_, fields) =>
        `${numberField(fields, 'code', timeoutCode)} ${textField(fields, 'text', 'Timeout')}`,
    ),
    'config-change': plain('CONFIGCHANGE', () => ''),
    offline: ofCamera((camera, fields) => {
      faults.setOffline(camera, numberField(fields, 'code', timeoutCode));
      return true;
    }),
    online: ofCamera((camera) => {
      faults.setOffline(camera, null);
      return true;
    }),
    motion: ofCamera((camera, fields) => {
      camera.lastMotionMs = state.now();
      const on = flagField(fields, 'on', true);
      if (on) events.emit(camera.number, 'MOTION', boxOf(camera, fields, state.now()));
      else events.emit(camera.number, 'MOTION_END');
      return true;
    }),
    classify: plain('CLASSIFY', (_, fields) => {
      const percent = (name: string, otherwise: number) =>
        `${name.toUpperCase()} ${numberField(fields, name, otherwise)}`;
      return [percent('human', 92), percent('vehicle', 3), percent('animal', 1)].join(' ');
    }),
    /** With a mode it is told as it stands; without one it sets going what is armed. */
    trigger: ofCamera((camera, fields) => {
      const reason = numberField(fields, 'reason', videoMotionReason);
      const letter = modeOf(fields);
      if (fields.mode === undefined) trigger(state, camera, reason);
      else if (letter === undefined || letter === 'C') return false;
      else events.emit(camera.number, `TRIGGER_${letter}`, String(reason));
      return true;
    }),
    file: plain('FILE', (camera, fields) => {
      const { folder, name } = state.footage.record(camera.number);
      return textField(fields, 'path', `/Cameras/${camera.name}/${folder}/${name}`);
    }),
    /** A line as it is, for what no server sends. */
    line: ofCamera(({ number }, fields) => {
      events.emit(number, textField(fields, 'text', 'BROKEN'));
      return true;
    }),
  };
  return new EventDesk({ now: state.now, kinds, burstKind: 'motion', faults: state.eventFaults });
}
