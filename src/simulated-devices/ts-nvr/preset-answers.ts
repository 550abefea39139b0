import type { CommandKind } from '../control/device-command.ts';
import type { Channel } from './channel.ts';
import type { ChannelDevice } from './channel-device.ts';
import { type ControlResult, done, failed } from './ptz-answers.ts';
import { code, coded } from './response-codes.ts';

const deviceAccepted = { deviceResponseCode: 200 };
const deviceRefused = { deviceResponseCode: 400 };

export function asksForPresets(query: URLSearchParams): boolean {
  return query.has('list') || query.has('reload');
}

export function presetKind(query: URLSearchParams): CommandKind {
  if (asksForPresets(query)) return 'read';
  return query.has('go') ? 'move' : 'preset';
}

/** `list` and `reload`: one answer for each channel that was named. */
export function listPresets(channels: readonly Channel[]): unknown {
  return channels.map(({ id, online, device }) => ({
    chid: id,
    ...coded(listCode(online, device)),
    preset: online ? device.presets.map(({ name, token }) => ({ name, token })) : [],
  }));
}

function listCode(online: boolean, { traits }: ChannelDevice) {
  if (!online) return code.notReady;
  return traits.maxPreset > 0 ? code.success : code.unsupported;
}

/** "Pan tilt preset control", apart from its lists. */
export function answerPreset({ id, device }: Channel, query: URLSearchParams): ControlResult {
  if (device.traits.maxPreset === 0) return failed(code.unsupported, 'it has no presets');
  if (query.has('go')) return goTo(device, query.get('go') ?? '');
  if (query.has('add')) return save(id, device, device.freeToken, query.get('name'));
  if (query.has('set')) return save(id, device, query.get('set') ?? '', query.get('name'));
  if (query.has('rm')) return remove(id, device, query.get('rm') ?? '');
  return failed(code.invalidRequest, 'no command');
}

function goTo(device: ChannelDevice, token: string): ControlResult {
  const preset = device.preset(token);
  if (preset === null) return failed(code.invalidToken, `there is no preset ${token}`);
  device.head.moveTo(preset.position);
  return done(`goes to preset ${token}`);
}

function save(
  chid: number,
  device: ChannelDevice,
  token: string,
  name: string | null,
): ControlResult {
  if (token === '') return failed(code.invalidParameters, 'no token');
  const named = name === null || name === '' ? token : name;
  if (!device.savePreset(token, named))
    return { ...failed(code.deviceError, 'no more presets'), beside: { chid, ...deviceRefused } };
  return done(`saved preset ${token}`, { chid, ...deviceAccepted, token, name: named });
}

function remove(chid: number, device: ChannelDevice, list: string): ControlResult {
  const preset = list.split(',').map((token) => {
    const known = device.preset(token) !== null;
    device.removePreset(token);
    return known
      ? { ...deviceAccepted, ...coded(code.success), token }
      : { ...deviceRefused, ...coded(code.invalidToken), token };
  });
  return done(`removed presets ${list}`, { chid, preset });
}
