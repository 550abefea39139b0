import type { Arming, ArmingChange } from '../domain/arming.ts';
import type { PictureSettings, PictureSettingsChange } from '../domain/camera.ts';
import type { Input, Output } from '../domain/ports.ts';
import type { DeviceLink } from './device-link.ts';

/** What acts on the site around a camera, and on the camera's own settings. */
export interface SiteOperations {
  readonly readPictureSettings?: (link: DeviceLink, channel: string) => Promise<PictureSettings>;
  readonly changePictureSettings?: (
    link: DeviceLink,
    channel: string,
    change: PictureSettingsChange,
  ) => Promise<void>;
  readonly listOutputs?: (link: DeviceLink, channel: string) => Promise<readonly Output[]>;
  readonly switchOutput?: (
    link: DeviceLink,
    channel: string,
    outputId: string,
    on: boolean,
  ) => Promise<void>;
  readonly readInputs?: (link: DeviceLink, channel: string) => Promise<readonly Input[]>;
  readonly readArming?: (link: DeviceLink, channel: string) => Promise<Arming>;
  readonly changeArming?: (
    link: DeviceLink,
    channel: string,
    change: ArmingChange,
  ) => Promise<void>;
}
