import { useRef, useState } from 'react';

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
  // A menu whose item opens the dialog is gone by the time that the dialog takes the focus.
  const [before] = useState(focused);
  const from = useRef<Element | null>(null);
  return {
    remember: () => {
      const now = focused();
      from.current = now === document.body ? before : now;
    },
    giveBack: (event) => {
      if (!(from.current instanceof HTMLElement) || !from.current.isConnected) return;
      event.preventDefault();
      from.current.focus();
    },
  };
}

/** What has the focus; for an item of a menu, the button that opened the menu. */
function focused(): Element | null {
  const active = document.activeElement;
  const trigger = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return trigger ? document.getElementById(trigger) : active;
}
