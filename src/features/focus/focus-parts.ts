import type { ReactNode } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { PictureFit } from '../../domain/view.ts';
import type { Zoom } from './digital-zoom.ts';

/** How the picture of a camera lies in its frame, for whoever has to know where somebody points. */
export interface ShownPicture {
  readonly zoom: Zoom;
  readonly fit: PictureFit;
  /** The stream that plays now and the pixels of its picture; null until there is one. */
  readonly stream: () => ShownStream | null;
}

export interface ShownStream {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** What other features add to the camera view; whoever mounts the page brings them together. */
export interface FocusParts {
  /** Lies over the picture and takes the pointer where it wants it; the wheel still enlarges. */
  readonly overPicture?: (camera: CameraView, picture: ShownPicture) => ReactNode;
  /** Sections of the rail, above all others. */
  readonly beside?: (camera: CameraView) => ReactNode;
}
