import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { apiRow } from './endpoint-row.ts';
import {
  channel,
  channelList,
  direction,
  flag,
  language,
  speed,
  text,
  tokenList,
} from './query-fields.ts';

const lang = language.optional();
const token = z.string().regex(/^[^,&#\s]{1,128}$/);
/** AUX outputs are counted from 0 ("AUX output"). */
const auxList = z.string().regex(/^\d{1,3}(?:,\d{1,3})*$/);

const optionalForAnyChannel = {
  chid: channel.optional(),
  name: text.optional(),
};
const account = { uid: text.optional(), password: z.string().max(256).optional() };
const rtsp = z.string().regex(/^rtsps?:\/\/\S{1,2000}$/);

const camera = z.strictObject({
  ...optionalForAnyChannel,
  ...account,
  source: rtsp,
  tcp: z.boolean().optional(),
  substream: z.boolean().optional(),
  device: z.strictObject({
    name: text.optional(),
    url: z.string().regex(/^onvif:\/\/\S{1,2000}$/),
  }),
});
const videoStream = z.strictObject({
  ...optionalForAnyChannel,
  ...account,
  source: rtsp,
  tcp: z.boolean().optional(),
});
const videoFile = z.strictObject({
  ...optionalForAnyChannel,
  source: z.string().min(1).max(2000),
  playback: z.enum(['once', 'repeat']).optional(),
});

/** What acts on a camera or changes the list of channels. */
export const controlEndpoints: readonly Endpoint[] = [
  apiRow({
    id: 'ptz.home',
    path: '/api/channel/ptz',
    query: { ch: channel, home: flag, lang },
    role: 'operator',
    summary: 'Turn a camera to its home position',
    section: 'Pan tilt control',
  }),
  apiRow({
    id: 'ptz.stop',
    path: '/api/channel/ptz',
    query: { ch: channel, stop: flag, lang },
    role: 'operator',
    summary: 'Stop every movement of a camera and its lens',
    section: 'Pan tilt control',
  }),
  apiRow({
    id: 'ptz.move',
    path: '/api/channel/ptz',
    query: { ch: channel, move: direction, lang },
    role: 'operator',
    // One example calls a positive vertical speed up, another calls it down.
    summary: 'Move a camera until it is stopped; the first speed is right, the second vertical',
    section: 'Pan tilt control',
  }),
  apiRow({
    id: 'ptz.zoom',
    path: '/api/channel/ptz',
    query: { ch: channel, zoom: speed, lang },
    role: 'operator',
    summary: 'Zoom in (positive) or out until it is stopped',
    section: 'Pan tilt control',
  }),
  apiRow({
    id: 'ptz.focus',
    path: '/api/channel/ptz',
    query: { ch: channel, focus: speed, lang },
    role: 'operator',
    summary: 'Focus near (positive) or far until it is stopped',
    section: 'Pan tilt control',
  }),
  apiRow({
    id: 'ptz.iris',
    path: '/api/channel/ptz',
    query: { ch: channel, iris: speed, lang },
    role: 'operator',
    summary: 'Open (positive) or close the iris until it is stopped',
    section: 'Pan tilt control',
  }),
  apiRow({
    id: 'preset.list',
    path: '/api/channel/preset',
    query: { ch: channelList.optional(), list: flag, lang },
    role: 'operator',
    summary: 'Presets as the server remembers them',
    section: 'Pan tilt preset control',
  }),
  apiRow({
    id: 'preset.reload',
    path: '/api/channel/preset',
    query: { ch: channelList.optional(), reload: flag, lang },
    role: 'operator',
    summary: 'Presets as the camera has them; slower than the list',
    section: 'Pan tilt preset control',
  }),
  apiRow({
    id: 'preset.add',
    path: '/api/channel/preset',
    query: { ch: channel, add: flag, name: text.optional(), lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Save where the camera looks as a new preset',
    section: 'Pan tilt preset control',
  }),
  apiRow({
    id: 'preset.set',
    path: '/api/channel/preset',
    query: { ch: channel, set: token, name: text.optional(), lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Save where the camera looks under a preset; overwrites what it held',
    section: 'Pan tilt preset control',
  }),
  apiRow({
    id: 'preset.remove',
    path: '/api/channel/preset',
    query: { ch: channel, rm: tokenList, lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Remove presets from a camera',
    section: 'Pan tilt preset control',
  }),
  apiRow({
    id: 'preset.go',
    path: '/api/channel/preset',
    query: { ch: channel, go: token, lang },
    role: 'operator',
    summary: 'Turn a camera to a preset',
    section: 'Pan tilt preset control',
  }),
  apiRow({
    id: 'relay.list',
    path: '/api/channel/relay',
    query: { ls: flag, ch: channel, lang },
    role: 'operator',
    summary: 'Relay outputs of a camera',
    section: 'Relay output',
  }),
  apiRow({
    id: 'relay.on',
    path: '/api/channel/relay',
    query: { ch: channel, on: tokenList, off: tokenList.optional(), lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Switch relay outputs on: a door, a siren; `off` beside it is ignored',
    section: 'Relay output',
  }),
  apiRow({
    id: 'relay.off',
    path: '/api/channel/relay',
    query: { ch: channel, off: tokenList, lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Switch relay outputs off',
    section: 'Relay output',
  }),
  apiRow({
    id: 'aux.on',
    path: '/api/channel/aux',
    query: { ch: channel, on: auxList, off: auxList.optional(), lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Switch auxiliary outputs on; `off` beside it is ignored',
    section: 'AUX output',
  }),
  apiRow({
    id: 'aux.off',
    path: '/api/channel/aux',
    query: { ch: channel, off: auxList, lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Switch auxiliary outputs off',
    section: 'AUX output',
  }),
  apiRow({
    id: 'channel.reboot',
    path: '/api/channel/reboot',
    query: { ch: channel, lang },
    role: 'administrator',
    danger: 'disruptive',
    summary: 'Reboot the camera of a channel; it is away for about a minute',
    section: 'Reboot the device',
  }),
  apiRow({
    id: 'channel.add',
    method: 'POST',
    path: '/api/channel',
    query: { lang },
    body: z.array(z.union([camera, videoStream, videoFile])).min(1),
    role: 'administrator',
    danger: 'disruptive',
    // The reply repeats each `source`, with the account that stands in it ("Response data").
    secretReply: true,
    summary: 'Add cameras, streams or files as channels; uses licences, stores their accounts',
    section: 'Adding channels @0.9.7',
  }),
  apiRow({
    id: 'channel.delete',
    method: 'DELETE',
    path: '/api/channel/{id}',
    query: { id: z.union([z.literal('all'), channelList]), lang },
    role: 'administrator',
    danger: 'destructive',
    summary: 'Delete channels from the server, or all of them',
    section: 'Deleting channels @0.9.7',
  }),
];
