import type { ReactElement, ReactNode } from 'react';

export interface PictureSurfaceProps {
  readonly className?: string;
  /** Whether its tiles go on playing while nobody can see them, as an unattended screen needs. */
  readonly keepWhenHidden?: boolean;
  readonly children: ReactNode;
}

/** One canvas under all camera tiles inside it. */
export function PictureSurface({ className, children }: PictureSurfaceProps): ReactElement {
  return <div className={className}>{children}</div>;
}
