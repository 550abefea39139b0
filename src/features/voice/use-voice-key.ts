import { useEffect, useRef } from 'react';
import { onWindowLeft } from '../../ui/window-left.ts';
import type { Hold } from './use-held-button.ts';
import { type VoiceKey, voiceKey } from './voice-keys.ts';

const ownKeys =
  'input:not([type=radio], [type=range]), textarea, select, [role="menu"], [role="dialog"]';

/** Listens for a key on the whole window: pressed once, and let go where it is held. */
export function useVoiceKey(
  wanted: VoiceKey,
  singleKeys: boolean,
  hold: Pick<Hold, 'press'> & Partial<Hold>,
): void {
  const latest = useRef(hold);
  useEffect(() => {
    latest.current = hold;
  });
  useEffect(() => {
    if (!singleKeys) return;
    let isHeld = false;
    const release = () => {
      if (!isHeld) return;
      isHeld = false;
      latest.current.release?.();
    };
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || voiceKey(event) !== wanted) return;
      if (event.target instanceof Element && event.target.closest(ownKeys) !== null) return;
      event.preventDefault();
      if (event.repeat || isHeld) return;
      isHeld = true;
      latest.current.press();
    };
    const up = (event: KeyboardEvent) => {
      // A modifier that was pressed meanwhile changes nothing about which key was let go.
      if (voiceKey({ key: event.key, ctrlKey: false, metaKey: false, altKey: false }) === wanted) {
        release();
      }
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    const stopLeaving = onWindowLeft(release);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      stopLeaving();
      release();
    };
  }, [wanted, singleKeys]);
}
