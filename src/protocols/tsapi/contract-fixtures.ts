import type { ContractFixtures } from '../contract-cases.ts';
import capabilities from './fixtures/enum-channel-caps.json';
import channels from './fixtures/enum-channel-static-src.json';
import topics from './fixtures/enum-realtime-event.json';
import eventVideos from './fixtures/event-videos-trigger.json';
import plates from './fixtures/find-car-number.json';
import log from './fixtures/find-event-log.json';
import objects from './fixtures/find-object.json';
import recordedDays from './fixtures/find-recorded-days-by-channel.json';
import recordedMinutes from './fixtures/find-recorded-minutes.json';
import info from './fixtures/info-all.json';
import apiVersion from './fixtures/info-api-version.json';
import statuses from './fixtures/status-recording.json';
import live from './fixtures/vod-live.json';
import recordedVideo from './fixtures/vod-recorded.json';

const json = (value: unknown) => ({
  contentType: 'application/json',
  text: JSON.stringify(value),
});

const success = { code: 0, message: 'Success' };

/** One list of channels with their sources and what each can do, as `staticSrc&caps` asks for it. */
const withCapabilities = channels.map((channel) => ({
  ...capabilities.find(({ chid }) => chid === channel.chid),
  ...channel,
}));

/** "Pan tilt preset control", of the channels that are asked for. */
const presetLists = (ch: unknown) =>
  String(ch)
    .split(',')
    .map((chid) => ({
      chid: Number(chid),
      ...success,
      preset: [
        { name: 'Front Door', token: '1' },
        { name: 'Garage', token: '2' },
      ],
    }));
const savedPreset = { chid: 1, deviceResponseCode: 200, ...success, token: '3', name: 'Gate' };
const removedPreset = { deviceResponseCode: 200, ...success, token: '1' };

/** "Relay output": the list as the guide prints it. */
const relays = {
  chid: 1,
  ...success,
  relay: [
    { name: 'Stairway', token: '7657b9aa-61d6-4b4f-a70a-c91e8657dfcf' },
    { name: 'Warehouse', token: 'cffd1289-cb2c-4d82-8c6f-c7634b432f57' },
  ],
};

/** A log with one page of entries. */
const pageOf =
  (log: { data: readonly unknown[] }) =>
  ({ at }: { at?: unknown }) =>
    json({ ...log, at, data: at === 0 ? log.data : [] });

const commands = [
  ...['ptz.home', 'ptz.stop', 'ptz.move', 'ptz.zoom', 'ptz.focus', 'ptz.iris', 'preset.go'],
  ...['relay.on', 'relay.off', 'aux.on', 'aux.off'],
];

export const tsapiFixtures: ContractFixtures = {
  documented: [
    'GET /watch',
    'GET /api/auth',
    'GET /api/info',
    'GET /api/system',
    'GET /api/status',
    'GET /api/enum',
    'GET /api/find',
    'POST /api/searchFace',
    'GET /api/vod',
    'GET /hls/ch1main/index.m3u8',
    'GET /live',
    'GET /live/ch1main',
    'GET /storage/e/0/0/0/0/100.mp4',
    'GET /storage/e/0/0/7/7673/object/7673854/7673854.4411974.1590382578461739.object._c1_t1_s376x600.jpg',
    'GET /download/2018-01-01T00.00.00.xls',
    'GET /download/7963635e-1bff-40e1-bbf3-3f17525aef40/CH1.2018-07-27T09.11.19.mp4',
    'GET /event-storage/e/20221129/101309/ch1-20221129-101309.mp4',
    'GET /wsapi/subscribeEvents',
    'GET /api/subscribeEvents',
    'GET /wsapi/dataExport',
    'POST /api/push',
    'PUT /api/event-videos/trigger',
    'GET /api/channel/info',
    'GET /api/channel/ptz',
    'GET /api/channel/preset',
    'GET /api/channel/relay',
    'GET /api/channel/aux',
    'GET /api/channel/reboot',
    'POST /api/channel',
    'DELETE /api/channel/1,2,3',
  ],
  device: {
    answers: {
      'info.all': json(info),
      'enum.channel': json(withCapabilities),
      'vod.live': json(live),
      status: json(statuses),
      ...Object.fromEntries(commands.map((id) => [id, json(success)])),
      'preset.list': ({ ch }) => json(presetLists(ch)),
      'preset.reload': ({ ch }) => json(presetLists(ch)),
      'preset.add': json(savedPreset),
      'preset.set': json(savedPreset),
      'preset.remove': json({ chid: 1, preset: [removedPreset] }),
      'relay.list': json(relays),
      'enum.realtime-event': json(topics),
      'find.recorded-days': json(recordedDays),
      'find.recorded-minutes': json(recordedMinutes),
      'vod.recorded': json(recordedVideo),
      'vod.file': json(recordedVideo),
      'find.event-log': pageOf(log),
      'find.car-number': pageOf(plates),
      'find.object': pageOf(objects),
      push: { text: '' },
      'event-videos.trigger': json(eventVideos.reply),
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
  emptySuccess: {
    pushPlate: 'Pushing events to the server: "no additional Contents data is returned"',
    pushCall: 'Pushing events to the server: "no additional Contents data is returned"',
  },
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
