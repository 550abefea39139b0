import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { apiRow } from './endpoint-row.ts';
import { auxEndpoint, relayEndpoint } from './endpoints-outputs.ts';
import { presetEndpoint, ptzEndpoint } from './endpoints-ptz.ts';
import { channel, channelList, language, text } from './query-fields.ts';

const lang = language.optional();

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
  ...Object.values(ptzEndpoint),
  ...Object.values(presetEndpoint),
  ...Object.values(relayEndpoint),
  ...Object.values(auxEndpoint),
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
