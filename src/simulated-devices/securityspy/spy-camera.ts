import { zoneOffsetMinutes } from '../../domain/zone-time.ts';
import type { Fault } from '../device.ts';
import { sitePassword } from '../http/site-password.ts';
import { viewOf } from '../motors/view.ts';
import type { SiteCamera } from '../scenery/scene.ts';
import { LiveSizes } from '../video-server/live-sizes.ts';
import { wallClock } from '../video-server/local-time.ts';
import { PtzHead } from '../video-server/ptz-head.ts';
import { Arming } from './arming.ts';
import { cameraPlan } from './camera-settings.ts';
import { CodedVideo } from './coded-video.ts';
import { Loudspeaker } from './loudspeaker.ts';
import { SettingsSection } from './settings-section.ts';

export interface CameraTraits {
  readonly ptzFeatures: number;
  readonly hasAudio: boolean;
  /** What it sends the server, which passes that on and encodes nothing anew. */
  readonly sends: 'jpeg' | 'h26x';
}

export interface SpyCameraOptions extends CameraTraits {
  /** On the server, from 0. */
  readonly number: number;
  readonly site: SiteCamera;
  readonly zone: string;
  readonly now: () => number;
  readonly webQuality: () => number;
}

/** That of the recorded clips, so that all streams of a camera agree. */
export const pictureSize = { width: 640, height: 360 } as const;

/** One camera of the server: its settings, its modes, its motors, and what it sees and hears. */
export class SpyCamera {
  readonly number: number;
  readonly site: SiteCamera;
  readonly hasAudio: boolean;
  readonly settings: SettingsSection;
  readonly arming: Arming;
  readonly ptz: PtzHead;
  readonly pictures: LiveSizes;
  readonly video: CodedVideo;
  readonly loudspeaker: Loudspeaker;
  lastMotionMs: number | null = null;
  #fault: Fault = 'none';
  #code = 0;

  constructor(options: SpyCameraOptions) {
    const { number, site, zone, now, webQuality, ptzFeatures, hasAudio, sends } = options;
    this.number = number;
    this.site = site;
    this.hasAudio = hasAudio;
    this.ptz = new PtzHead(ptzFeatures, now);
    this.loudspeaker = new Loudspeaker(now);
    this.arming = new Arming((epochMs) => wallClock(epochMs, zone));
    this.settings = new SettingsSection(cameraPlan, {
      name: site.name,
      address: `192.0.2.${site.number}`,
      password: sitePassword(`lens-${site.number}`),
    });
    this.pictures = new LiveSizes({
      ...pictureSize,
      usualQuality: webQuality,
      source: {
        camera: site,
        now,
        sensor: () => this.#sensor,
        view: () => viewOf(this.ptz.motors.position),
        zoneOffsetMs: () => zoneOffsetMinutes(now(), zone) * 60_000,
        title: () => this.name,
      },
    });
    this.video = new CodedVideo(sends === 'h26x' ? site.number : null, now, () => this.#fault);
  }

  get name(): string {
    return this.settings.text('name');
  }

  get enabled(): boolean {
    return this.settings.flag('enabled');
  }

  get online(): boolean {
    return this.#fault !== 'offline';
  }

  get fault(): Fault {
    return this.#fault;
  }

  /** `last-error`; 0 while all is well. */
  get errorCode(): number {
    return this.#code;
  }

  setFault(fault: Fault, code: number): void {
    this.#fault = fault;
    this.#code = fault === 'offline' ? code : 0;
    this.pictures.setFault(fault);
    this.video.faultChanged();
  }

  /** 0 leaves brightness and contrast as they are; the order of the turns is inferred. */
  get #sensor() {
    const transformation = this.settings.number('transformation');
    return {
      brightness: 128 + this.settings.number('brightness'),
      contrast: 4 + this.settings.number('contrast') / 50,
      mirrored: transformation === 1 || transformation === 3,
      flipped: transformation === 2 || transformation === 3,
    };
  }
}
