import { enterFullScreen, fullScreen, leaveFullScreen } from '../../ui/full-screen.ts';
import type { WallStore } from './wall-store.ts';

/** Lets one tile fill the whole screen, or puts it back into the wall. */
export function toggleSolo(store: WallStore, tile: number): void {
  if (store.getState().solo === null) {
    store.setState({ solo: tile, selected: tile });
    void enterFullScreen();
  } else {
    store.setState({ solo: null });
    void leaveFullScreen();
  }
}

/** Leaving the full screen by the browser's own key ends the solo too. */
export function endSoloWithFullScreen(store: WallStore): () => void {
  return fullScreen.subscribe(({ active }) => {
    if (!active && store.getState().solo !== null) store.setState({ solo: null });
  });
}
