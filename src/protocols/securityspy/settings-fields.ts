import { z } from 'zod';
import { camera, framesPerSecond, onOff, percent, port, secret, text } from './query-fields.ts';

const days = z.int().min(0).max(36_500).optional();
const gigabytes = z.int().min(0).max(1_000_000).optional();
const seconds = z.int().min(0).max(86_400).optional();
const isOn = onOff.optional();
const words = text.optional();
const quality = percent.optional();
const fps = framesPerSecond.optional();

/** "Set General Settings", but for the two passwords. */
export const generalFields = {
  autoReopen: isOn,
  allowSleep: isOn,
  errWindow: isOn,
  dismissAlerts: isOn,
  sendDiagnostics: isOn,
  updateNotify: isOn,
  suspendMd: isOn,
  suspendDecoding: isOn,
  fullVol: isOn,
  hissReduction: isOn,
  muteIncoming: isOn,
  sysName: words,
  dateFormat: z.int().min(0).max(7).optional(),
  timeFormat: onOff.optional(),
  thumbCrop: z.int().min(0).max(100).optional(),
  audioDevice: words,
  audioDeviceVol: z.int().min(1).max(250).optional(),
};

/** The part of "Set General Settings" that can lock people out. */
export const generalPasswords = {
  settingsPassword: secret.optional(),
  quittingPassword: secret.optional(),
};

/** "Set Display Settings". `infoBar` and `floatVideo` are what servers call the first two. */
export const displayFields = {
  camInfo: isOn,
  infoBar: isOn,
  floatWindows: isOn,
  floatVideo: isOn,
  motionBox: isOn,
  kioskMode: isOn,
  lowRate: isOn,
  autoClose: isOn,
  autoCloseMins: z.int().min(0).max(1440).optional(),
  cropMode: z.literal([0, 1, 2]).optional(),
  displayQuality: z.int().min(0).max(4).optional(),
  divThickness: z.int().min(0).max(1000).optional(),
  replaySeconds: seconds,
};

/** "Set Storage Settings". `globalStorage` is what servers call `path`. */
export const storageFields = {
  path: z.string().max(1024).optional(),
  globalStorage: z.string().max(1024).optional(),
  removeByAge: isOn,
  removeAgeSys: days,
  removeAgeNonSys: days,
  removeBySpace: isOn,
  removeGbSys: gigabytes,
  removeGbNonSys: gigabytes,
  diskWaitTime: seconds,
  usageWarningGb: gigabytes,
};

/** "Set Compression Settings". */
export const compressionFields = {
  videoCodec: z.literal([4, 5, 6]).optional(),
  videoQuality: quality,
  audioCodec: z.literal([0, 2, 3]).optional(),
  audioQuality: quality,
  jpegQuality: quality,
  webQuality: quality,
};

/** "Set Email Settings". `fps` and `sysEmail` are what servers call `imageFps` and `reportsEmail`. */
export const emailFields = {
  imageCount: z.int().min(0).max(1000).optional(),
  imageFps: fps,
  fps,
  imageSize: z.literal([0, 1, 2]).optional(),
  subject: words,
  reportsEmail: words,
  sysEmail: words,
  statsEmail: words,
  downtimeEmail: words,
  sendingMethod: onOff.optional(),
  address: words,
  fromName: words,
  fromEmail: words,
  username: words,
  password: secret.optional(),
  // The document has 0 and 2; a captured reply has 1.
  encryption: z.literal([0, 1, 2]).optional(),
};

/** "Set Web Server Settings". */
export const webFields = {
  http: isOn,
  https: isOn,
  portHttp: port.optional(),
  portHttps: port.optional(),
  autoNatHttp: isOn,
  autoNatHttps: isOn,
  ddnsName: words,
  insecure: isOn,
  bonjour: isOn,
  log: isOn,
};

/** "Set Camera Settings". A port of 0 is the usual one. */
export const cameraFields = {
  cameraNum: camera,
  enabled: isOn,
  name: words,
  address: words,
  portHttp: z.int().min(0).max(65_535).optional(),
  portRtsp: z.int().min(0).max(65_535).optional(),
  username: words,
  password: secret.optional(),
  format: z.int().min(0).max(15).optional(),
  inputNum: z.int().min(0).max(255).optional(),
  transformation: z.int().min(0).max(5).optional(),
  brightness: z.int().min(0).max(100).optional(),
  contrast: z.int().min(0).max(100).optional(),
  overlay: isOn,
  overlayText: words,
  overlaySize: z.int().min(1).max(1000).optional(),
  overlayPos: z.int().min(0).max(3).optional(),
  motionSensitivity: quality,
  mcMovie: isOn,
  mcMovieFps: fps,
  mcMoviePre: seconds,
  mcMoviePost: seconds,
  ccMovie: isOn,
  ccMovieFps: fps,
  aSoundName: words,
  aSoundVolume: quality,
  aEmail: z.string().max(1024).optional(),
  aScriptName: words,
};
