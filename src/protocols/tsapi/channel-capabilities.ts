import type { CameraCapabilities } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { noPtz, type PtzAbilities, type PtzAxis } from '../../domain/ptz.ts';
import type { DeviceLink, EndpointCall } from '../protocol.ts';
import { ask, operationOf } from './ask.ts';
import { capabilitiesIn } from './cameras.ts';
import { channelNumber } from './channel-number.ts';
import { channelInfo, enumChannel } from './endpoints-channels.ts';
import { readChannels } from './replies.ts';

/** Statuses with which a server refuses a list that its version does not know. */
const unknownList = [400, 404];

/**
 * What the camera of a channel can do. Servers before 0.9.4 list no capabilities; those are asked
 * for the device behind the channel, as all since 0.5.0 can be.
 * @throws DeviceError `channel-unknown` where the server has no such channel
 */
export async function channelCapabilities(
  link: DeviceLink,
  channel: string,
): Promise<CameraCapabilities> {
  const chid = channelNumber(channel);
  const list: EndpointCall = { endpoint: enumChannel, query: { what: 'channel', caps: true } };
  const reply = await ask(link, list, unknownList);
  if (reply.status < 400) {
    const listed = readChannels(reply.text, operationOf(list));
    const known = listed.find((one) => one.chid === chid);
    if (known === undefined) throw unknown(list);
    if (known.caps !== undefined) return capabilitiesIn(known.caps);
  }
  const info: EndpointCall = { endpoint: channelInfo, query: { caps: true, ch: String(chid) } };
  const described = readChannels((await ask(link, info, [])).text, operationOf(info));
  const caps = described.find((one) => one.chid === chid)?.caps;
  if (caps === undefined) throw unknown(info);
  return capabilitiesIn(caps);
}

function unknown(call: EndpointCall): DeviceError {
  return new DeviceError('rejected', 'channel-unknown', { operation: operationOf(call) });
}

export async function readPtzAbilities(link: DeviceLink, channel: string): Promise<PtzAbilities> {
  const can = await channelCapabilities(link, channel);
  const axes: [PtzAxis, boolean][] = [
    ['pan', can.panTilt],
    ['tilt', can.panTilt],
    ['zoom', can.zoom],
    ['focus', can.focus],
    ['iris', can.iris],
  ];
  return {
    ...noPtz,
    moves: axes.filter(([, has]) => has).map(([axis]) => axis),
    diagonal: can.panTilt,
    speed: true,
    home: can.home,
    presets: can.presets === 0 ? null : { most: can.presets, named: true },
  };
}
