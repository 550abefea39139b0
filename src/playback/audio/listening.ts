import { createStore } from 'zustand/vanilla';
import { atSessionEnd } from '../../device-access/session-end.ts';
import { DeviceSound } from './device-sound.ts';
import type { HeardEvents, HeardNews, HeardSound } from './heard-sound.ts';
import { LevelFeed } from './level-feed.ts';
import { PictureSound } from './picture-sound.ts';

/** Whether the sound of a camera comes from its device apart, or with the picture that is shown. */
export type SoundWay = 'apart' | 'picture';

export interface ListeningState {
  /** What this window listens to; null for nothing, as it is at first. */
  readonly heard: (HeardNews & { readonly cameraId: string; readonly way: SoundWay }) | null;
  /** Who talks through the loudspeaker of that camera. */
  readonly talker: string | null;
  /** 0..1; kept for the next camera. */
  readonly volume: number;
}

const usualVolume = 0.8;

/** What this window listens to: one camera at a time. */
export const listening = createStore<ListeningState>(() => ({
  heard: null,
  talker: null,
  volume: usualVolume,
}));

/** How loud it is, before the volume. */
export const heardLevels = new LevelFeed();

let sound: HeardSound | null = null;
let isHushed = false;

/** Listens to a camera, and to no other any more. */
export function listenTo(cameraId: string, way: SoundWay): void {
  stopListening();
  const events: HeardEvents = {
    onNews: (news) => listening.setState({ heard: { ...news, cameraId, way } }),
    onTalker: (talker) => listening.setState({ talker }),
    onLevel: (level) => heardLevels.set(level),
  };
  listening.setState({ heard: { cameraId, way, phase: 'starting' } });
  const kind = way === 'apart' ? DeviceSound : PictureSound;
  sound = new kind(cameraId, audible(), events);
  atSessionEnd(stopListening);
}

export function stopListening(): void {
  sound?.end();
  sound = null;
  heardLevels.set(0);
  listening.setState({ heard: null, talker: null });
}

/** @param volume 0..1 */
export function setVolume(volume: number): void {
  listening.setState({ volume });
  sound?.setVolume(audible());
}

/** Silences the loudspeakers of this window, so that a microphone does not hear them. */
export function hush(on: boolean): void {
  isHushed = on;
  sound?.setVolume(audible());
}

function audible(): number {
  return isHushed ? 0 : listening.getState().volume;
}
