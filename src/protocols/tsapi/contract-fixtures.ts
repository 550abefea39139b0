import type { ContractFixtures } from '../contract-cases.ts';
import channels from './fixtures/enum-channel-static-src.json';
import info from './fixtures/info-all.json';
import apiVersion from './fixtures/info-api-version.json';
import statuses from './fixtures/status-recording.json';
import live from './fixtures/vod-live.json';

const json = (value: unknown) => ({
  contentType: 'application/json',
  text: JSON.stringify(value),
});

export const tsapiFixtures: ContractFixtures = {
  device: {
    answers: {
      'info.all': json(info),
      'enum.channel': json(channels),
      'vod.live': json(live),
      status: json(statuses),
    },
  },
  recognised: {
    'the version of the API': json(apiVersion),
    'the newer API alone': {
      ...json({
        code: -1,
        message: 'Legacy API (v0) is disabled. Please use /api/v1/ endpoints.',
      }),
      status: 404,
    },
  },
  // The host that sources name; a title such as 192.168.0.106 is the device's own word for a channel.
  secrets: ['192.168.0.100'],
  harmlessChanges: {
    'ptz.home': 'moving the camera is what its operator is there for',
    'ptz.stop': 'it ends a move',
    'ptz.move': 'moving the camera is what its operator is there for',
    'ptz.zoom': 'moving the lens is what its operator is there for',
    'ptz.focus': 'moving the lens is what its operator is there for',
    'ptz.iris': 'moving the lens is what its operator is there for',
    'preset.go': 'moving the camera is what its operator is there for',
    'find.car-number-export': 'it writes a report file, and changes no record',
    'download.export': 'it reads a file that is there already',
    'search-face': 'it is a search; the picture to look for is its body',
  },
  skips: {
    'picture settings of every channel': 'the document has no request for them',
  },
};
