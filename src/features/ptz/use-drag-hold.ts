import { type PointerEvent, useRef } from 'react';
import type { PtzVelocity } from '../../domain/ptz.ts';
import type { Helm } from './helm.ts';

/** How far a pointer has gone since it went down, and where that was, CSS px in its element. */
export interface Drag {
  readonly fromX: number;
  readonly fromY: number;
  readonly across: number;
  readonly down: number;
}

export interface DragHoldOptions {
  /** Null for a drag that does not move the camera meanwhile. */
  readonly velocity: ((drag: Drag, element: Element) => PtzVelocity) | null;
  /** Null when it has ended, however. */
  readonly onChange: (drag: Drag | null) => void;
  /** It ended by the person's own will, not by a call, a second finger or a lost pointer. */
  readonly onDone?: (drag: Drag, element: Element) => void;
}

interface Finger {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
}

/** One pointer that holds the camera while it is down. A second finger ends it: it means to zoom. */
export function useDragHold(helm: Helm, options: DragHoldOptions) {
  const finger = useRef<Finger | null>(null);
  const down = useRef(new Set<number>());
  const { velocity, onChange, onDone } = options;

  const dragOf = (event: PointerEvent, from: Finger): Drag => ({
    fromX: from.x - from.left,
    fromY: from.y - from.top,
    across: event.clientX - from.x,
    down: event.clientY - from.y,
  });
  const end = (event: PointerEvent, willed: boolean) => {
    down.current.delete(event.pointerId);
    const from = finger.current;
    if (from?.id !== event.pointerId) return;
    finger.current = null;
    helm.drop(`pointer:${from.id}`);
    onChange(null);
    if (willed) onDone?.(dragOf(event, from), event.currentTarget);
  };

  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      // Tells the frame around it that this pointer has its work.
      event.preventDefault();
      down.current.add(event.pointerId);
      if (down.current.size > 1) {
        const first = finger.current;
        finger.current = null;
        if (first !== null) helm.drop(`pointer:${first.id}`);
        onChange(null);
        return;
      }
      const { currentTarget, pointerId, clientX: x, clientY: y } = event;
      const { left, top } = currentTarget.getBoundingClientRect();
      currentTarget.setPointerCapture(pointerId);
      finger.current = { id: pointerId, x, y, left, top };
      if (velocity !== null) helm.hold(`pointer:${pointerId}`, {});
    },
    onPointerMove: (event: PointerEvent) => {
      const from = finger.current;
      if (from?.id !== event.pointerId) return;
      const drag = dragOf(event, from);
      onChange(drag);
      if (velocity !== null) helm.change(`pointer:${from.id}`, velocity(drag, event.currentTarget));
    },
    onPointerUp: (event: PointerEvent) => end(event, true),
    onPointerCancel: (event: PointerEvent) => end(event, false),
    onLostPointerCapture: (event: PointerEvent) => end(event, false),
    onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
  };
}
