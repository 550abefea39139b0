import type { ContractFixtures } from '../contract-cases.ts';
import { cameraSettingsJson } from './fixtures/camera-settings.ts';
import { footageFeed } from './fixtures/footage-feed.ts';
import { systemInfoJson, systemInfoPlain, systemInfoXml } from './fixtures/system-info.ts';

const json = (text: string) => ({ contentType: 'application/json', text });
const xml = (text: string) => ({ contentType: 'text/xml', text });
const ok = { contentType: 'text/plain', text: 'OK' };
const header = 'BBVS/6.0/FIXTUREUUID000000001';

/** The account may have the files of every camera. */
const withFiles = systemInfoJson.replace('"permissions":513', '"permissions":519');
/** The files of the list, as if the camera that is asked for had captured them on another day. */
const filesOf = (cameraNum: unknown) =>
  footageFeed
    .replaceAll('/4/2025-11-21/21-11-2025', `/${String(cameraNum)}/2018-02-05/02-05-2018`)
    .replaceAll('2025-11-21T', '2018-02-05T')
    .replace('0007E3010C0E1D3A', 'FFFFFFFFFFFFFFFF');

/** The document's paths, with the prefix that every path may have and that ours have. */
export const securityspyFixtures: ContractFixtures = {
  documented: [
    'GET /++video',
    'GET /++stream',
    'GET /++hls',
    'GET /++hls_mediaplaylist',
    'GET /++image',
    'GET /++multiplex',
    'GET /++audio',
    'POST /++audio',
    'GET /++download',
    'GET /++getfile/1/2019-01-22/22-01-2019 13-13-36 M Street.m4v',
    'GET /++getfilehb/1/2019-01-22/22-01-2019 13-13-36 M Street.m4v',
    'GET /++getfilelb/1/2019-01-22/22-01-2019 13-13-36 M Street.m4v',
    'GET /++ptz/command',
    'GET /++ptz/controls',
    'GET /++setSchedule',
    'GET /++setPreset',
    'GET /++triggermd',
    'POST /settings-general',
    'POST /settings-display',
    'POST /settings-storage',
    'POST /settings-compression',
    'POST /settings-email',
    'POST /settings-web',
    'POST /settings-cameras',
    'GET /++sounds',
    'GET /++scripts',
    'GET /++cameramodes',
    'GET /++getptzcapabilities',
    'GET /++systemInfo',
    'GET /++settings-general',
    'GET /++settings-display',
    'GET /++settings-storage',
    'GET /++settings-compression',
    'GET /++settings-email',
    'GET /++settings-web',
    'GET /++settings-cameras',
    'GET /++eventStream',
  ],
  device: {
    answers: {
      'system.info': json(withFiles),
      'settings-cameras.read': ({ cameraNum }) => json(cameraSettingsJson(Number(cameraNum))),
      'settings-cameras.write': json('{"result":"OK"}'),
      'ptz.capabilities': ({ cameraNum }) => ({ text: cameraNum === 3 ? '61' : '31' }),
      'ptz.move': ok,
      'ptz.zoom': ok,
      'ptz.stop': ok,
      'ptz.home': ok,
      'ptz.preset-go': ok,
      'ptz.preset-set': ok,
      'schedule.set': ok,
      'schedule.set-preset': ok,
      'motion.trigger': ok,
      'footage.list': ({ cameraNum }) => xml(filesOf(cameraNum)),
    },
  },
  recognised: {
    'a server that asks for an account': {
      status: 401,
      contentType: 'text/plain',
      text: '401 Unauthorized',
      server: header,
      authenticate: 'Basic realm="SecuritySpy"',
    },
    'the same behind something that hides its name': {
      status: 401,
      text: '401 Unauthorized',
      authenticate: 'Basic realm="SecuritySpy"',
    },
    'an account without rights': { status: 403, text: '403 Access Denied', server: header },
    'an open server': { ...xml(systemInfoPlain), server: 'BBVS/5.5/FIXTUREUUID000000002' },
    'an open server that speaks the newer XML': { ...xml(systemInfoXml), server: header },
    'an open server that speaks JSON': json(systemInfoJson),
  },
  secrets: ['FIXTURE-SECRET', 'fixture-user', '192.0.2.', 'wan.example'],
  harmlessChanges: {
    'ptz.move': 'moving the camera is what its operator is there for',
    'ptz.zoom': 'moving the lens is what its operator is there for',
    'ptz.home': 'moving the camera is what its operator is there for',
    'ptz.stop': 'it ends a move',
    'ptz.preset-go': 'moving the camera is what its operator is there for',
    'settings-display.write': 'only windows on the screen of the server look different',
  },
  skips: {},
};
