import listenAddress from './listen-worklet.ts?worker&url';
import talkAddress from './talk-worklet.ts?worker&url';

export interface HeldContext {
  readonly context: AudioContext;
  /** The scripts that make sound are loaded. Fails where the server cannot be reached. */
  readonly ready: Promise<void>;
  readonly release: () => void;
}

let context: AudioContext | undefined;
let ready: Promise<void> | undefined;
let holders = 0;

/** The one audio context of the window, there while anything here makes or takes sound. */
export function holdContext(): HeldContext {
  const held = context ?? new AudioContext({ latencyHint: 'interactive' });
  ready ??= loadWorklets(held);
  context = held;
  holders += 1;
  let isHeld = true;
  return {
    context: held,
    ready,
    release: () => {
      if (!isHeld) return;
      isHeld = false;
      holders -= 1;
      if (holders === 0) close(held);
    },
  };
}

async function loadWorklets({ audioWorklet }: AudioContext): Promise<void> {
  await Promise.all([listenAddress, talkAddress].map((address) => audioWorklet.addModule(address)));
}

function close(held: AudioContext): void {
  context = undefined;
  ready = undefined;
  void held.close();
}
