export type MotorKind = 'dome' | 'lens';

/** What a unit of this family is, as far as its replies depend on it. */
export interface CameraModel {
  readonly productName: string;
  /** In the pattern of the document's tables of models (5.3.1.1). */
  readonly productNumber: string;
  readonly productType: string;
  /** A dome turns, zooms and focuses; a motorised lens only zooms and focuses; null stands still. */
  readonly motors: MotorKind | null;
  readonly inputs: number;
  readonly outputs: number;
  readonly findsFaces: boolean;
  /** Whether RTSP is switched on (5.5.1). What it plays is recorded, and does not turn with a head. */
  readonly streamsRtsp: boolean;
  /** The files that `firmwareupgrade.cgi` takes (5.1.10.2). */
  readonly firmwareFiles: readonly string[];
}

export type ModelName = 'ptz' | 'fixed';

export const cameraModels: Readonly<Record<ModelName, CameraModel>> = {
  ptz: {
    productName: 'Full HD IP PTZ',
    productNumber: '820W2-N1',
    productType: 'Full HD IP PTZ',
    motors: 'dome',
    inputs: 0,
    outputs: 0,
    findsFaces: false,
    streamsRtsp: false,
    firmwareFiles: ['var', 'uImage_userland', 'switch.bin', 'main.bin', 'module.bin'],
  },
  fixed: {
    productName: 'Full HD WDR IP Camera',
    // Among those with a zoom lens and those with a motorised one.
    productNumber: 'X012-A',
    productType: 'Full HD WDR IP Camera',
    motors: 'lens',
    inputs: 2,
    outputs: 1,
    findsFaces: true,
    streamsRtsp: true,
    firmwareFiles: ['var', 'uImage_userland', 'uboot'],
  },
};
