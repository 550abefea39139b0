import type { PointerEvent as ReactPointerEvent } from 'react';
import type { PlacementSource } from './placement.ts';
import type { WallControl } from './wall-control.ts';

/** A press turns into a drag once the pointer has moved this far, in pixels. */
const slackPx = 6;

/**
 * Follows the pointer from a press on a tile or on a row of the list until it is released over a
 * tile. Touch is left to scrolling; there the menus place.
 */
export function followDrag(
  press: ReactPointerEvent,
  control: WallControl,
  source: PlacementSource,
  label: string,
): void {
  if (press.button !== 0 || press.pointerType === 'touch') return;
  if (press.target instanceof Element && press.target.closest('button, a, input')) return;
  const { store } = control;
  const listeners = new AbortController();
  const { clientX: startX, clientY: startY } = press;

  const move = (event: PointerEvent) => {
    const far = Math.hypot(event.clientX - startX, event.clientY - startY) > slackPx;
    if (store.getState().drag === null && !far) return;
    event.preventDefault();
    store.setState({
      drag: {
        source,
        label,
        over: tileAt(event.clientX, event.clientY),
        copy: event.altKey,
        x: event.clientX,
        y: event.clientY,
      },
    });
  };
  const end = () => {
    listeners.abort();
    store.setState({ drag: null });
  };
  const release = (event: PointerEvent) => {
    const dragged = store.getState().drag !== null;
    const target = tileAt(event.clientX, event.clientY);
    end();
    if (dragged && target !== null) control.place({ source, target, copy: event.altKey });
  };
  const cancelByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || store.getState().drag === null) return;
    event.stopPropagation();
    end();
  };

  const { signal } = listeners;
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', release, { signal });
  window.addEventListener('pointercancel', end, { signal });
  window.addEventListener('blur', end, { signal });
  window.addEventListener('keydown', cancelByKey, { signal, capture: true });
}

/** The tile under a point of the window, counted from 0. */
function tileAt(x: number, y: number): number | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const tile = element.closest<HTMLElement>('[data-wall-tile]')?.dataset.wallTile;
    if (tile !== undefined) return Number(tile);
  }
  return null;
}
