import type { ContractFixtures } from '../contract-cases.ts';
import { active, passive } from './fixtures/camera-status.ts';
import { footageFeed } from './fixtures/footage.ts';
import { systemInfo } from './fixtures/system-info.ts';

const refusal = {
  status: 401,
  contentType: 'text/plain',
  text: '401 Unauthorized',
  authenticate: 'Basic realm="SecuritySpy"',
};
const status = (server: string, text: string) => ({
  server,
  contentType: 'text/plain',
  text,
});

/** Three cameras that answer, with a gap between them. */
const statusOf: Readonly<Record<string, ReturnType<typeof status>>> = {
  0: status('BBVS', active),
  2: status('BBVS', passive),
  4: status('BBVS', active),
};

/** The first camera can do all that there is, and goes on until it is stopped. */
const steerable = systemInfo.replaceAll(
  '<ptzcapabilities>0</ptzcapabilities>',
  '<ptzcapabilities>63</ptzcapabilities>',
);
const commands = ['ptz.move', 'ptz.preset-go', 'ptz.preset-save'];
const received = 'The control message was received OK';

export const securityspyLegacyFixtures: ContractFixtures = {
  documented: [
    'GET /++viewlive',
    'GET /++image',
    'GET /++video',
    'GET /++ptz/controls',
    'GET /++ptz/command',
    'GET /++ssControlActiveMode',
    'GET /++ssControlPassiveMode',
    'GET /++download',
    // The document promises links to the files; their form is that of servers and their lists.
    'GET /++getfile/4/2018-10-17/Gate.m4v',
    'GET /++camerastatus',
    'GET /++sounds',
    'GET /++scripts',
  ],
  beyond: {
    'GET /++systemInfo': 'servers of this age list their cameras there',
    'GET /++eventStream': 'servers of this age tell their events there',
    'GET /++doSound': 'what a link in the list of sounds does',
    'GET /++doScript': 'what a link in the list of scripts does',
  },
  device: {
    answers: {
      'system.info': { contentType: 'text/xml', text: steerable },
      ...Object.fromEntries(commands.map((id) => [id, status('BBVS', 'OK')])),
      'mode.set-active': status('BBVS', received),
      'mode.set-passive': status('BBVS', received),
      'footage.list': { contentType: 'text/xml', text: footageFeed },
      'camera.status': ({ cameraNum }) => statusOf[String(cameraNum)] ?? { status: 404 },
    },
  },
  recognised: {
    'the status of an armed camera': status('BBVS', active),
    'the status of a camera, and a version': status('BBVS/4.2', passive),
    'the status of a camera, and no server name': status('', active),
    'a server that asks for an account': { ...refusal, server: 'BBVS/3.4.10' },
    'a server without a camera 0': { server: 'BBVS', status: 404, contentType: 'text/plain' },
  },
  secrets: ['FIXTURE-SECRET', '192.0.2.', '198.51.100.'],
  harmlessChanges: {
    'ptz.move': 'moving the camera is what its operator is there for',
    'ptz.preset-go': 'a movement like any other',
    'mode.set-active': 'an armed camera sees more, not less; disarming it again is one command',
  },
  skips: {
    'picture settings of every channel': 'the document has no request for them',
  },
};
