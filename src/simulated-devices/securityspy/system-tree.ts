import { isoInZone, zoneOffsetMinutes } from '../../domain/zone-time.ts';
import { datePatterns } from './date-patterns.ts';
import { right, type ServerAccount } from './rights.ts';
import { type ModeLetter, overrides, presets, schedules } from './schedules.ts';
import type { SettingsSection } from './settings-section.ts';
import { pictureSize, type SpyCamera } from './spy-camera.ts';

export interface SystemFacts {
  readonly version: string;
  readonly uuid: string;
  readonly zone: string;
  readonly port: number;
  readonly general: SettingsSection;
  readonly cameras: readonly SpyCamera[];
}

const framesPerSecond = 15;
const bytesPerSecond = 62_000;
/** Seconds from the epoch to 2001, where `current-absolute-time` begins. */
const absoluteTimeZero = 978_307_200;
const listedPresets = 10;

const isoSeconds = (epochMs: number, zone: string): string =>
  isoInZone(epochMs, zone).replace(/\.\d{3}/, '');

const secondsSince = (atMs: number | null, nowMs: number): number | '' =>
  atMs === null ? '' : Math.floor((nowMs - atMs) / 1000);

function modeFields(camera: SpyCamera, prefix: string, letter: ModeLetter, nowMs: number) {
  const { schedule, override, armed } = camera.arming.state(letter, nowMs);
  return {
    [`${prefix}-mode`]: armed ? 'armed' : 'disarmed',
    [`${prefix}-schedule-id`]: schedule,
    [`${prefix}-schedule-override`]: override,
  };
}

/** A camera that is offline loses the rights to its sound, as captured. */
function permissionsFor(account: ServerAccount, camera: SpyCamera): number {
  const sound = right.hear | right.talk;
  return camera.online && camera.hasAudio ? account.permissions : account.permissions & ~sound;
}

function presetNames(camera: SpyCamera): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: listedPresets }, (_, index) => [
      `preset-name-${index + 1}`,
      camera.ptz.savedPresets.has(index + 1) ? `Position ${index + 1}` : '',
    ]),
  );
}

function cameraFields(camera: SpyCamera, account: ServerAccount, nowMs: number) {
  const { settings, online } = camera;
  return {
    number: camera.number,
    name: camera.name,
    connected: online,
    'video-width': pictureSize.width,
    'video-height': pictureSize.height,
    'video-format': online ? (camera.video.ownCodec?.replace('h', 'H.') ?? 'JPEG') : '',
    'current-fps': online ? framesPerSecond : 0,
    'data-rate': online ? bytesPerSecond : 0,
    ...modeFields(camera, 'cc', 'C', nowMs),
    ...modeFields(camera, 'mc', 'M', nowMs),
    ...modeFields(camera, 'a', 'A', nowMs),
    'has-audio': camera.hasAudio && online,
    'network-audio': camera.hasAudio,
    'audio-format': camera.hasAudio && online ? 'u-Law' : '',
    'audio-device-name': '',
    'audio-sensitivity': settings.number('audioSensitivity'),
    'ptz-features': camera.ptz.features,
    ...presetNames(camera),
    permissions: permissionsFor(account, camera),
    'last-error': camera.errorCode,
    'last-error-description': camera.errorCode === 0 ? '' : 'Timeout',
    'time-since-last-frame': online ? 0 : '',
    'time-since-last-motion': secondsSince(camera.lastMotionMs, nowMs),
    'since-last-capture': secondsSince(camera.lastMotionMs, nowMs),
    'device-name': 'ONVIF',
    'device-type': 'Network',
    'custom-model': false,
    address: settings.text('address'),
    port: settings.number('portHttp'),
    'port-rtsp': settings.number('portRtsp'),
    path: '',
    'storage-path': `/Cameras/${camera.name}`,
    brightness: settings.number('brightness'),
    contrast: settings.number('contrast'),
    transformation: settings.number('transformation'),
    'overlay-text': settings.text('overlayText'),
    'motion-sensitivity': settings.number('motionSensitivity'),
    'cc-movie': settings.flag('ccMovie'),
    'cc-image': settings.flag('ccImage'),
    'mc-movie': settings.flag('mcMovie'),
    'mc-image': settings.flag('mcImage'),
    'mc-movie-fps': settings.number('mcMovieFps'),
    'mc-movie-pre': settings.number('mcMoviePre'),
    'mc-movie-post': settings.number('mcMoviePost'),
    'mc-trigger-audio': settings.flag('mcTriggerAudio'),
    'mc-trigger-video': settings.flag('mcTriggerMotion'),
    'a-trigger-audio': settings.flag('aTriggerAudio'),
    'a-trigger-video': settings.flag('aTriggerMotion'),
    'a-delay-time': settings.number('aDelay'),
    'a-reset-time': settings.number('aReset'),
    'a-script': settings.text('aScriptName'),
    'a-sound-mac': settings.text('aSoundName'),
    'a-sound-cam': '',
    'shortcut-list': '',
  };
}

function serverFields({ version, uuid, zone, port, general, cameras }: SystemFacts, nowMs: number) {
  return {
    name: 'SecuritySpy',
    version,
    'new-version': '',
    uuid,
    'server-name': general.text('sysName'),
    'bonjour-name': 'annex.local',
    'camera-count': cameras.length,
    'cpu-usage': 12,
    'memory-pressure': 0,
    'archive-status': 'off',
    'cert-expiry-days': 61,
    'cert-expiry-time': isoSeconds(nowMs + 61 * 86_400_000, zone),
    'current-local-time': isoSeconds(nowMs, zone),
    'current-absolute-time': nowMs / 1000 - absoluteTimeZero,
    'seconds-from-gmt': zoneOffsetMinutes(nowMs, zone) * 60,
    'date-format': datePatterns[general.number('dateFormat')] ?? '',
    'time-format': general.number('timeFormat') === 1 ? 12 : 24,
    'ddns-name': '',
    'http-enabled': true,
    'http-port': port,
    'http-port-wan': port,
    'https-enabled': false,
    'https-port': 8001,
    'https-port-wan': 8001,
    ip1: '127.0.0.1',
    ip2: '',
    'wan-address': '',
    'wan-proxy': false,
    'wan-proxy-protocol': 0,
  };
}

/** Everything that `systemInfo` tells; disabled cameras are not among them, and none are sorted. */
export function systemTree(facts: SystemFacts, account: ServerAccount, nowMs: number) {
  const cameras = facts.cameras.filter(({ enabled }) => enabled);
  // A repeatable disorder: real servers list cameras as they were set up.
  const listed = [
    ...cameras.filter(({ number }) => number % 2 === 1),
    ...cameras.filter(({ number }) => number % 2 === 0).reverse(),
  ];
  const named = ({ id, name }: { id: number; name: string }) => ({ id, name });
  return {
    'camera-list': listed.map((camera) => cameraFields(camera, account, nowMs)),
    'group-list': [
      { cameras: '0,1,2', name: 'Ground floor', number: 0 },
      { cameras: '3,4,5', name: 'Above and below', number: 1 },
    ],
    'schedule-list': schedules.map(named),
    'schedule-override-list': overrides.map(named),
    'schedule-preset-list': presets.map(named),
    server: serverFields({ ...facts, cameras }, nowMs),
  };
}
