import { useRef } from 'react';
import { focusOrigin } from './menu-opener.ts';

export interface FocusReturn {
  /** When the dialog opens, before it takes the focus. */
  readonly remember: () => void;
  /** When it closes. */
  readonly giveBack: (event: Event) => void;
}

/**
 * Gives the focus back to where it was when a dialog opened. The dialogs of the library only know
 * their own trigger, and ours are opened by a state.
 */
export function useFocusReturn(): FocusReturn {
  const from = useRef<Element | null>(null);
  return {
    remember: () => {
      from.current = focusOrigin();
    },
    giveBack: (event) => {
      if (!(from.current instanceof HTMLElement) || !from.current.isConnected) return;
      event.preventDefault();
      from.current.focus();
    },
  };
}
