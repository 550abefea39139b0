import {
  createContext,
  type ReactElement,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { classNames } from '../ui/class-names.ts';
import { DomSurface } from './dom-surface.ts';
import { framesClient } from './mjpeg/frames-client.ts';

export interface SurfaceSurroundings {
  readonly surface: DomSurface;
  readonly unattended: boolean;
}

/** The surface around a tile; null outside of any. */
export const SurfaceContext = createContext<SurfaceSurroundings | null>(null);

export interface PictureSurfaceProps {
  readonly className?: string;
  /** Nobody sits at it: its tiles play on whether or not they seem visible, and offer no buttons. */
  readonly unattended?: boolean;
  /** It is smaller for a moment only: tiles that play keep the stream that they have. */
  readonly steady?: boolean;
  readonly children: ReactNode;
}

const ownPosition = /\b(absolute|fixed|sticky)\b/;

/**
 * One canvas under all camera tiles inside it. What lies between this and a tile must have no
 * background of its own where the picture is to be seen.
 */
export function PictureSurface({
  className,
  unattended = false,
  steady = false,
  children,
}: PictureSurfaceProps): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const [surface] = useState(() => new DomSurface(framesClient));
  useLayoutEffect(
    () => (host.current === null ? undefined : surface.attach(host.current)),
    [surface],
  );
  useLayoutEffect(() => {
    surface.steady = steady;
  }, [surface, steady]);
  const surroundings = useMemo(() => ({ surface, unattended }), [surface, unattended]);
  return (
    <SurfaceContext value={surroundings}>
      <div
        ref={host}
        className={classNames(
          'isolate',
          !ownPosition.test(className ?? '') && 'relative',
          className,
        )}
      >
        {children}
      </div>
    </SurfaceContext>
  );
}
