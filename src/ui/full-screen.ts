import { createStore } from 'zustand/vanilla';

/**
 * Whether the work area has the whole screen. The page as a whole goes full screen, never one
 * element: menus, toasts and the canvas under the tiles live outside of any single tile.
 */
export const fullScreen = createStore<{ readonly active: boolean }>(() => ({ active: false }));

function show(active: boolean): void {
  document.documentElement.toggleAttribute('data-immersive', active);
  fullScreen.setState({ active });
}

if (typeof document !== 'undefined') {
  document.addEventListener('fullscreenchange', () => show(document.fullscreenElement !== null));
}

/** Without the browser's own full screen (a phone, a frame) the window alone is filled. */
export async function enterFullScreen(): Promise<void> {
  show(true);
  await document.documentElement.requestFullscreen?.().catch(() => undefined);
}

export async function leaveFullScreen(): Promise<void> {
  show(false);
  if (document.fullscreenElement !== null) await document.exitFullscreen();
}
