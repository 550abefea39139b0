import listenAddress from './listen-worklet.ts?worker&url';
import talkAddress from './talk-worklet.ts?worker&url';

export interface HeldContext {
  readonly context: AudioContext;
  /** Loads the scripts that make sound, once; fails where the server cannot be reached. */
  readonly load: () => Promise<void>;
  readonly release: () => void;
}

let context: AudioContext | undefined;
let loaded: Promise<void> | undefined;
let holders = 0;

/** The one audio context of the window, there while anything here makes or takes sound. */
export function holdContext(): HeldContext {
  const held = context ?? new AudioContext({ latencyHint: 'interactive' });
  context = held;
  holders += 1;
  let isHeld = true;
  return {
    context: held,
    load: () => {
      loaded ??= loadWorklets(held);
      return loaded;
    },
    release: () => {
      if (!isHeld) return;
      isHeld = false;
      holders -= 1;
      if (holders === 0) close(held);
    },
  };
}

async function loadWorklets({ audioWorklet }: AudioContext): Promise<void> {
  try {
    const addresses = [listenAddress, talkAddress];
    await Promise.all(addresses.map((address) => audioWorklet.addModule(address)));
  } catch (fault) {
    // The next who needs them tries again.
    loaded = undefined;
    throw fault;
  }
}

function close(held: AudioContext): void {
  context = undefined;
  loaded = undefined;
  void held.close();
}
