import { type RefObject, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { preferences } from './preferences.ts';
import type { WallControl } from './wall-control.ts';
import type { WallRoads } from './wall-roads.ts';

export interface DockOptions {
  readonly control: WallControl;
  readonly filterField: RefObject<HTMLInputElement | null>;
  /** On a small screen the list is a dialog. */
  readonly phone: boolean;
  /** There is room for it beside a wall only as long as somebody wants it. */
  readonly crowded: boolean;
  /** What the address says; it wins over what the browser remembers. */
  readonly dock: boolean | undefined;
  readonly mirror: WallRoads['mirror'];
}

/** Shows and hides the camera list, wherever this screen has room for it. */
export function useDock(options: DockOptions) {
  const { control, filterField, phone, crowded, dock, mirror } = options;
  const remembered = useStore(preferences, (state) => state.dockOpen);
  const inDialog = useStore(control.store, (state) => state.panel === 'tree');
  const [focusAsked, setFocusAsked] = useState(0);
  const [wanted, setWanted] = useState(false);
  const answered = useRef(0);
  const open = phone ? inDialog : crowded ? wanted : (dock ?? remembered);

  useEffect(() => {
    if (!crowded) setWanted(false);
  }, [crowded]);

  // The list may have to be drawn first.
  useEffect(() => {
    if (!open || focusAsked === answered.current) return;
    answered.current = focusAsked;
    filterField.current?.focus();
    filterField.current?.select();
  }, [open, focusAsked, filterField]);

  const show = (next: boolean) => {
    if (phone) {
      control.store.setState({ panel: next ? 'tree' : 'none' });
    } else if (crowded) {
      setWanted(next);
    } else {
      preferences.setState({ dockOpen: next });
      mirror({ dock: next });
    }
  };
  return {
    open,
    toggle: () => show(!open),
    showTree: () => {
      show(true);
      if (!phone) setFocusAsked((count) => count + 1);
    },
    placed: () => {
      if (phone) show(false);
    },
  };
}
