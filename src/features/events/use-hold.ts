import { type PointerEvent, type RefObject, useState } from 'react';

export type HoldReason = 'pointer' | 'scrolled' | 'focus';

export interface ListHold {
  /** Why no line may move now; null while they may. */
  readonly reason: HoldReason | null;
  readonly handlers: {
    readonly onPointerEnter: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onScroll: () => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
  /** To the newest line, wherever the pointer is. */
  readonly release: () => void;
}

/** Less than a line is no scrolling. */
const scrolledPx = 8;

/** Keeps lines from moving away under a pointer, under the focus of a keyboard, or while somebody reads on. */
export function useHold(scroller: RefObject<HTMLElement | null>): ListHold {
  const [pointer, setPointer] = useState(false);
  const [scrolled, setScrolled] = useState(false);
  const [focus, setFocus] = useState(false);
  const holdsFocus = () => (scroller.current?.querySelector(':focus-visible') ?? null) !== null;
  return {
    reason: scrolled ? 'scrolled' : pointer ? 'pointer' : focus ? 'focus' : null,
    handlers: {
      // A finger leaves nothing behind that would say when it is gone.
      onPointerEnter: ({ pointerType }) => setPointer(pointerType !== 'touch'),
      onPointerLeave: () => setPointer(false),
      onScroll: () => {
        setScrolled((scroller.current?.scrollTop ?? 0) > scrolledPx);
        // A line that is scrolled away is drawn no more, and takes the focus with it without a word.
        setFocus(holdsFocus());
      },
      onFocus: () => setFocus(holdsFocus()),
      onBlur: () => setFocus(false),
    },
    release: () => {
      scroller.current?.scrollTo({ top: 0 });
      setScrolled(false);
      setPointer(false);
      setFocus(false);
    },
  };
}
