import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsEndpoints } from './endpoints-settings.ts';

const byId = new Map(settingsEndpoints.map((endpoint) => [endpoint.id, endpoint]));

/** The fields of each section as the document lists them, read once more and not from the table. */
const documented: Readonly<Record<string, string>> = {
  'settings-general.write':
    'autoReopen allowSleep errWindow dismissAlerts sendDiagnostics updateNotify suspendMd ' +
    'suspendDecoding fullVol hissReduction muteIncoming sysName dateFormat timeFormat thumbCrop ' +
    'audioDevice audioDeviceVol',
  'settings-general.write-passwords': 'settingsPassword quittingPassword',
  'settings-display.write':
    'camInfo floatWindows motionBox kioskMode lowRate autoClose autoCloseMins cropMode ' +
    'displayQuality divThickness replaySeconds',
  'settings-storage.write':
    'path removeByAge removeAgeSys removeAgeNonSys removeBySpace removeGbSys removeGbNonSys ' +
    'diskWaitTime usageWarningGb',
  'settings-compression.write':
    'videoCodec videoQuality audioCodec audioQuality jpegQuality webQuality',
  'settings-email.write':
    'imageCount imageFps imageSize subject reportsEmail statsEmail downtimeEmail sendingMethod ' +
    'address fromName fromEmail username password encryption',
  'settings-web.write':
    'http https portHttp portHttps autoNatHttp autoNatHttps ddnsName insecure bonjour log',
  'settings-cameras.write':
    'cameraNum enabled name address portHttp portRtsp username password format inputNum ' +
    'transformation brightness contrast overlay overlayText overlaySize overlayPos ' +
    'motionSensitivity mcMovie mcMovieFps mcMoviePre mcMoviePost ccMovie ccMovieFps aSoundName ' +
    'aSoundVolume aEmail aScriptName',
};

/** Names that servers use beside the documented ones. */
const alsoKnown = ['infoBar', 'floatVideo', 'globalStorage', 'fps', 'sysEmail'];

function bodyOf(id: string): z.ZodObject {
  const body = byId.get(id)?.body;
  if (body instanceof z.ZodObject) return body;
  throw new TypeError(`${id} has no form`);
}

const accepts = (id: string, body: unknown) => bodyOf(id).safeParse(body).success;

describe('writing settings', () => {
  it.each(Object.entries(documented))('%s takes every documented field', (id, names) => {
    const fields = Object.keys(bodyOf(id).shape).filter((name) => !alsoKnown.includes(name));
    expect(fields.sort()).toEqual(names.split(' ').sort());
  });

  it('is a form to a bare path, for administrators', () => {
    const writings = settingsEndpoints.filter(({ method }) => method === 'POST');
    expect(writings.map(({ id }) => id).sort()).toEqual(Object.keys(documented).sort());
    for (const { path, bodyType, role } of writings) {
      expect(path).toMatch(/^\/settings-[a-z]+$/);
      expect([bodyType, role]).toEqual(['form', 'administrator']);
    }
  });

  it.each([
    ['settings-general.write', { autoReopen: 1, suspendMd: 1, sysName: 'Harbour', thumbCrop: 50 }],
    ['settings-general.write', { dateFormat: 7, timeFormat: 0, audioDeviceVol: 250 }],
    ['settings-display.write', { camInfo: 1, lowRate: 0, autoClose: 1, autoCloseMins: 5 }],
    ['settings-display.write', { infoBar: 1, floatVideo: 0 }],
    ['settings-storage.write', { path: '/Volumes/Disk', removeByAge: 1, removeAgeSys: 30 }],
    ['settings-storage.write', { globalStorage: '/Volumes/Disk', removeGbSys: 0 }],
    ['settings-compression.write', { videoCodec: 5, audioCodec: 0, jpegQuality: 60 }],
    ['settings-email.write', { imageCount: 3, imageFps: 2, reportsEmail: 'a@example.com' }],
    ['settings-web.write', { http: 1, portHttp: 8000, insecure: 0, ddnsName: 'harbour' }],
    ['settings-cameras.write', { cameraNum: 3, name: 'Front', enabled: 1, mcMovie: 1 }],
    ['settings-cameras.write', { cameraNum: 0, brightness: 0, contrast: 100, transformation: 5 }],
  ])('%s accepts %j', (id, body) => {
    expect(accepts(id, body)).toBe(true);
  });

  it.each([
    ['settings-general.write', { autoReopen: 2 }],
    ['settings-general.write', { autoReopen: true }],
    ['settings-general.write', { dateFormat: 8 }],
    ['settings-general.write', { thumbCrop: 101 }],
    ['settings-general.write', { audioDeviceVol: 0 }],
    ['settings-general.write', { audioDeviceVol: 251 }],
    ['settings-general.write', { settingsPassword: 'secret' }],
    ['settings-display.write', { cropMode: 3 }],
    ['settings-display.write', { displayQuality: 5 }],
    ['settings-storage.write', { removeAgeSys: -1 }],
    ['settings-compression.write', { videoCodec: 3 }],
    ['settings-compression.write', { audioCodec: 1 }],
    ['settings-compression.write', { webQuality: 0 }],
    ['settings-email.write', { imageSize: 3 }],
    ['settings-email.write', { encryption: 3 }],
    ['settings-web.write', { portHttp: 0 }],
    ['settings-web.write', { portHttps: 65_536 }],
    ['settings-cameras.write', { name: 'Front' }],
    ['settings-cameras.write', { cameraNum: 0, brightness: 101 }],
    ['settings-cameras.write', { cameraNum: 0, contrast: -1 }],
    ['settings-cameras.write', { cameraNum: 0, transformation: 6 }],
    ['settings-cameras.write', { cameraNum: 0, format: 16 }],
    ['settings-cameras.write', { cameraNum: 0, overlayPos: 4 }],
    ['settings-cameras.write', { cameraNum: 0, motionSensitivity: 0 }],
    ['settings-cameras.write', { cameraNum: 0, aSoundVolume: 101 }],
    ['settings-cameras.write', { cameraNum: 0, auth: 'x' }],
  ])('%s refuses %j', (id, body) => {
    expect(accepts(id, body)).toBe(false);
  });
});

describe('reading settings', () => {
  it('is for administrators, and masked where a password is among them', () => {
    const readings = settingsEndpoints.filter(({ method }) => method === 'GET');
    expect(readings).toHaveLength(14);
    expect(new Set(readings.map(({ role }) => role))).toEqual(new Set(['administrator']));
    const secret = readings.filter(({ secretReply }) => secretReply).map(({ id }) => id);
    expect(secret).toEqual(
      expect.arrayContaining(['general', 'email', 'cameras'].map((one) => `settings-${one}.read`)),
    );
    expect(secret).toContain('settings-cameras.read-xml');
  });
});
