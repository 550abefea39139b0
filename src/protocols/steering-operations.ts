import type { NewPreset, Preset } from '../domain/preset.ts';
import type {
  AutofocusMode,
  PictureBox,
  PicturePoint,
  PtzAbilities,
  PtzPosition,
  PtzStep,
  PtzVelocity,
} from '../domain/ptz.ts';
import type { Tour, TourPlan } from '../domain/tour.ts';
import type { DeviceLink } from './device-link.ts';

/** The picture in which somebody pointed: its stream, and its size in pixels where it is known. */
export interface PointedPicture {
  readonly streamId: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/**
 * What turns a camera and its lens. Each resolves once the device has said that it took the
 * command, and fails with a DeviceError otherwise: `rejected` with the device's own code as detail.
 */
export interface SteeringOperations {
  readonly readPtzAbilities?: (link: DeviceLink, channel: string) => Promise<PtzAbilities>;
  /**
   * Changes the movement from `before` to `velocity`, neither of which is all still; it goes on
   * until `stopPtz`. An axis that stops moving while others go on is stopped here.
   */
  readonly movePtz?: (
    link: DeviceLink,
    channel: string,
    velocity: PtzVelocity,
    before: PtzVelocity,
  ) => Promise<void>;
  /** Stops whatever `moving` set going; also right when nothing moves, or all of it does. */
  readonly stopPtz?: (link: DeviceLink, channel: string, moving: PtzVelocity) => Promise<void>;
  readonly stepPtz?: (link: DeviceLink, channel: string, step: PtzStep) => Promise<void>;
  readonly turnPtzTo?: (link: DeviceLink, channel: string, position: PtzPosition) => Promise<void>;
  readonly turnPtzBy?: (link: DeviceLink, channel: string, change: PtzPosition) => Promise<void>;
  readonly readPtzPosition?: (link: DeviceLink, channel: string) => Promise<PtzPosition>;
  readonly centrePtz?: (
    link: DeviceLink,
    channel: string,
    point: PicturePoint,
    picture: PointedPicture,
  ) => Promise<void>;
  readonly zoomPtzToBox?: (
    link: DeviceLink,
    channel: string,
    box: PictureBox,
    picture: PointedPicture,
  ) => Promise<void>;
  readonly goHome?: (link: DeviceLink, channel: string) => Promise<void>;
  readonly saveHome?: (link: DeviceLink, channel: string) => Promise<void>;
  readonly setAutofocus?: (link: DeviceLink, channel: string, mode: AutofocusMode) => Promise<void>;

  /** In the order of their numbers. */
  readonly listPresets?: (link: DeviceLink, channel: string) => Promise<readonly Preset[]>;
  readonly goToPreset?: (link: DeviceLink, channel: string, presetId: string) => Promise<void>;
  /** @returns the preset as the device has it now */
  readonly savePreset?: (link: DeviceLink, channel: string, preset: NewPreset) => Promise<Preset>;
  /** Changes the name alone: what the preset holds stays. */
  readonly renamePreset?: (
    link: DeviceLink,
    channel: string,
    presetId: string,
    name: string,
  ) => Promise<void>;
  readonly removePreset?: (link: DeviceLink, channel: string, presetId: string) => Promise<void>;

  readonly listTours?: (link: DeviceLink, channel: string) => Promise<readonly Tour[]>;
  readonly startTour?: (link: DeviceLink, channel: string, tourId: string) => Promise<void>;
  readonly stopTour?: (link: DeviceLink, channel: string, tourId: string) => Promise<void>;
  readonly readTour?: (link: DeviceLink, channel: string, tourId: string) => Promise<TourPlan>;
  readonly saveTour?: (
    link: DeviceLink,
    channel: string,
    tourId: string,
    plan: TourPlan,
  ) => Promise<void>;
}
