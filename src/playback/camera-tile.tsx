import type { ReactElement, ReactNode } from 'react';
import type { CameraView } from '../api/camera.ts';
import type { StreamKind } from '../domain/stream.ts';
import type { PictureFit, QualityChoice } from '../domain/view.ts';
import type { PictureTruth } from './picture-truth.ts';

export interface CameraTileProps {
  readonly camera: CameraView;
  readonly fit: PictureFit;
  readonly quality: QualityChoice;
  /** Forces a transport. */
  readonly kind?: StreamKind;
  /** Name of the camera at the bottom, on by default. */
  readonly label?: boolean;
  readonly onTruth?: (truth: PictureTruth) => void;
  readonly onOpenDevice?: () => void;
  /** Controls of the caller, above the picture. */
  readonly children?: ReactNode;
}

/** Fills its parent with the live picture of a camera and says what it is worth. */
export function CameraTile({ camera, label = true, children }: CameraTileProps): ReactElement {
  return (
    <div className="absolute inset-0" data-camera={camera.id}>
      {label && <span>{camera.name}</span>}
      {children}
    </div>
  );
}
