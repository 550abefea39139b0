import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { heldInPlace } from './alarm-lines.ts';

/** A pointer that lies still for so long is about to press nothing. */
const restsMs = 8000;

export interface HeldList {
  readonly shown: readonly ShownAlarm[];
  /** How many wait to be added. */
  readonly newer: number;
  /** Adds them now. */
  readonly release: () => void;
  readonly handlers: {
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
  };
}

/** Keeps what somebody points at from moving away before they press. */
export function useHeldList(now: readonly ShownAlarm[]): HeldList {
  const [held, setHeld] = useState<readonly ShownAlarm[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const release = () => {
    clearTimeout(timer.current);
    setHeld(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    ...(held === null ? { shown: now, newer: 0 } : heldInPlace(held, now)),
    release,
    handlers: {
      // A finger leaves nothing behind that would say when it is gone.
      onPointerMove: ({ pointerType }) => {
        if (pointerType !== 'mouse') return;
        clearTimeout(timer.current);
        timer.current = setTimeout(release, restsMs);
        if (held === null) setHeld(now);
      },
      onPointerLeave: release,
    },
  };
}
