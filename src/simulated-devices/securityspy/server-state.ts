import { CommandDesk } from '../control/command-desk.ts';
import { EventFaults } from '../events/event-faults.ts';
import { videoServerCameras } from '../scenery/site-cameras.ts';
import { cameraNumber } from '../video-server/camera-number.ts';
import { EventHub } from '../video-server/event-hub.ts';
import { Footage } from '../video-server/footage.ts';
import { InstalledItems, scriptNames, soundNames } from '../video-server/installed-items.ts';
import { type ServerSection, sectionPlans, serverSections } from './server-settings.ts';
import { SettingsSection } from './settings-section.ts';
import { type CameraTraits, SpyCamera } from './spy-camera.ts';

/**
 * Each camera differs: from one that is fixed and deaf to one that does all. Those with motors send
 * JPEG: it is drawn, so that it turns with them, while H.264 is recorded.
 */
const traits: readonly CameraTraits[] = [
  { ptzFeatures: 0, hasAudio: true, sends: 'h26x' },
  { ptzFeatures: 61, hasAudio: true, sends: 'jpeg' },
  { ptzFeatures: 0, hasAudio: false, sends: 'h26x' },
  { ptzFeatures: 63, hasAudio: true, sends: 'jpeg' },
  { ptzFeatures: 4, hasAudio: false, sends: 'jpeg' },
  { ptzFeatures: 15, hasAudio: false, sends: 'jpeg' },
];

const plain: CameraTraits = { ptzFeatures: 0, hasAudio: false, sends: 'h26x' };

/** Everything that the server holds and that a request may change. */
export class ServerState {
  readonly cameras: readonly SpyCamera[];
  readonly sections: Readonly<Record<ServerSection, SettingsSection>>;
  readonly footage: Footage;
  readonly events: EventHub;
  readonly eventFaults: EventFaults;
  /** Where the commands of all cameras come in. */
  readonly desk: CommandDesk;
  readonly sounds = new InstalledItems('sounds', soundNames);
  readonly scripts = new InstalledItems('scripts', scriptNames);
  readonly zone: string;
  readonly now: () => number;

  constructor(zone: string, now: () => number) {
    this.zone = zone;
    this.now = now;
    this.desk = new CommandDesk(now);
    this.sections = Object.fromEntries(
      serverSections.map((name) => [name, new SettingsSection(sectionPlans[name])]),
    ) as Record<ServerSection, SettingsSection>;
    const webQuality = (): number => this.sections.compression.number('webQuality');
    this.cameras = videoServerCameras.map((site, number) => {
      const own = traits[number] ?? plain;
      return new SpyCamera({ number, site, zone, now, webQuality, ...own });
    });
    this.footage = new Footage({
      cameras: videoServerCameras,
      zone,
      now,
      keptDays: 31,
      always: new Set([0, 1, 2]),
    });
    this.eventFaults = new EventFaults(now);
    this.events = new EventHub({
      ...{ zone, now, faults: this.eventFaults },
      beforeHeartbeat: () => this.tellModes(),
    });
    this.tellModes();
  }

  /** The enabled camera that a query names. */
  camera(query: URLSearchParams): SpyCamera | null {
    const number = cameraNumber(query);
    return this.cameras.find((one) => one.number === number && one.enabled) ?? null;
  }

  /** That camera, or all of them for -1; none for a number that is not there. */
  chosenCameras(query: URLSearchParams): readonly SpyCamera[] {
    if (query.get('cameraNum') === '-1') return this.cameras.filter(({ enabled }) => enabled);
    const camera = this.camera(query);
    return camera === null ? [] : [camera];
  }

  /** Sends an event for every mode that has been armed or disarmed since. */
  tellModes(): void {
    for (const { number, arming } of this.cameras) {
      for (const { letter, armed } of arming.changes(this.now()))
        this.events.emit(number, `${armed ? 'ARM' : 'DISARM'}_${letter}`);
    }
  }
}
