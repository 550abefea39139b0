import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import { onWindowLeft } from './window-left.ts';

export interface HoldEvents {
  /** It was held long enough, and is still held. */
  readonly onHeld: () => void;
  /** It was let go too early, or pressed by something that cannot hold, e.g. a screen reader. */
  readonly onShort: (by: 'early' | 'click') => void;
}

/** A press that must last: pointer, touch, Space or Enter. Whatever takes it away ends it. */
export function useHold(holdMs: number, { onHeld, onShort }: HoldEvents) {
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** A press has begun that the click after it belongs to. */
  const pressed = useRef(false);

  const end = () => {
    const wasHolding = timer.current !== undefined;
    clearTimeout(timer.current);
    timer.current = undefined;
    setHolding(false);
    return wasHolding;
  };
  const begin = () => {
    end();
    pressed.current = true;
    setHolding(true);
    timer.current = setTimeout(() => {
      end();
      onHeld();
    }, holdMs);
  };
  const release = () => {
    if (end()) onShort('early');
  };
  /** No click will follow. */
  const cancel = () => {
    end();
    pressed.current = false;
  };

  useEffect(() => {
    const stopLeaving = onWindowLeft(() => {
      clearTimeout(timer.current);
      timer.current = undefined;
      setHolding(false);
    });
    return () => {
      clearTimeout(timer.current);
      stopLeaving();
    };
  }, []);

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const { currentTarget: target, pointerId } = event;
      // A finger is bound to where it came down; let loose, it leaves when it slides off.
      if (target.hasPointerCapture(pointerId)) target.releasePointerCapture(pointerId);
      begin();
    },
    onPointerUp: release,
    onPointerLeave: cancel,
    onPointerCancel: cancel,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') end();
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      if (!event.repeat) begin();
    },
    onKeyUp: (event: KeyboardEvent) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      release();
      pressed.current = false;
    },
    onBlur: cancel,
    onClick: () => {
      if (!pressed.current) onShort('click');
      pressed.current = false;
    },
    // A long touch would bring up the menu of the browser.
    onContextMenu: (event: MouseEvent) => event.preventDefault(),
  };
  return { holding, handlers };
}
