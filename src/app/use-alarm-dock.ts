import { useStore } from 'zustand';
import { dockPreferences } from '../features/alarms/dock-preferences.ts';
import { useMedia } from '../ui/use-media.ts';

export interface DockPlace {
  /** Whether there is room for it beside this page. */
  readonly fits: boolean;
  readonly open: boolean;
  /** It is open, and no second list has room beside it and a wall. */
  readonly crowds: boolean;
  readonly toggle: () => void;
}

/** Whether the alarms stand at the side: where there is room, as its person left it. */
export function useAlarmDock(path: string): DockPlace {
  const hasRoom = useMedia('(width >= 1280px)');
  // Below it a wall needs all of the window, until its person wants it otherwise.
  const isWide = useMedia('(width >= 1680px)');
  const remembered = useStore(dockPreferences, (preferences) => preferences.open);
  const fits = hasRoom && path !== '/alarms';
  const open = fits && (remembered ?? isWide);
  const toggle = () => dockPreferences.setState({ open: !open });
  return { fits, open, crowds: open && !isWide, toggle };
}
