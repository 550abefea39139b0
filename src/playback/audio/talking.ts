import { createStore } from 'zustand/vanilla';
import { atSessionEnd } from '../../device-access/session-end.ts';
import { LevelFeed } from './level-feed.ts';
import { hush } from './listening.ts';
import { Talk, type TalkTrouble } from './talk.ts';

export interface TalkingState {
  /** The camera that this window talks through, for as long as the button is held. */
  readonly cameraId: string | null;
  /** `talking` once the device takes what is said. */
  readonly phase: 'off' | 'opening' | 'talking';
  /** Why the last press came to nothing, or ended; until the next one. */
  readonly trouble: (TalkTrouble & { readonly cameraId: string }) | null;
}

/** What was said is still on its way back from the camera's own microphone for a moment. */
const echoMs = 500;

export const talking = createStore<TalkingState>(() => ({
  cameraId: null,
  phase: 'off',
  trouble: null,
}));

/** How loud the microphone hears the person. */
export const spokenLevels = new LevelFeed();

let talk: Talk | null = null;
let echo: ReturnType<typeof setTimeout> | undefined;

/** The button was pressed: nothing is open before, and all of it is closed with `stopTalking`. */
export function startTalking(cameraId: string): void {
  stopTalking();
  clearTimeout(echo);
  hush(true);
  talking.setState({ cameraId, phase: 'opening', trouble: null });
  const begun: Talk = new Talk(cameraId, {
    onReady: () => talking.setState({ phase: 'talking' }),
    onLevel: (level) => spokenLevels.set(level),
    onEnd: (trouble) => {
      if (talk !== begun) return;
      stopTalking();
      talking.setState({ trouble: { ...trouble, cameraId } });
    },
  });
  talk = begun;
  void begun.start();
  atSessionEnd(stopTalking);
}

export function stopTalking(): void {
  if (talk === null) return;
  talk.end();
  talk = null;
  spokenLevels.set(0);
  talking.setState({ cameraId: null, phase: 'off' });
  clearTimeout(echo);
  echo = setTimeout(() => hush(false), echoMs);
}
