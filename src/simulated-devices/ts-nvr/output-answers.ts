import type { Channel } from './channel.ts';
import { type ControlResult, done, failed } from './ptz-answers.ts';
import { code } from './response-codes.ts';

interface Switching {
  readonly on: boolean;
  readonly which: readonly string[];
}

/** "If both on and off are specified at the same time, the off command is ignored." */
function switchingOf(query: URLSearchParams): Switching | null {
  const on = query.has('on');
  const text = query.get(on ? 'on' : 'off');
  return text === null ? null : { on, which: text.split(',') };
}

/** "Relay output". */
export function answerRelay({ id, device }: Channel, query: URLSearchParams): ControlResult {
  if (device.relays.length === 0) return failed(code.unsupported, 'it has no relays');
  if (query.has('ls')) {
    const relay = device.relays.map(({ name, token }) => ({ name, token }));
    return done('told', { chid: id, relay });
  }
  const switching = switchingOf(query);
  if (switching === null) return failed(code.invalidRequest, 'no command');
  const { on, which } = switching;
  if (!which.every((token) => device.relays.some((relay) => relay.token === token)))
    return failed(code.invalidToken, 'there is no such relay');
  device.switchRelays(which, on);
  return done(on ? 'switched on' : 'switched off');
}

/** "AUX output", by zero-based numbers. */
export function answerAux({ device }: Channel, query: URLSearchParams): ControlResult {
  if (device.aux.length === 0) return failed(code.unsupported, 'it has no AUX outputs');
  const switching = switchingOf(query);
  if (switching === null) return failed(code.invalidRequest, 'no command');
  const { on, which } = switching;
  if (!which.every((text) => /^\d+$/.test(text) && device.aux[Number(text)] !== undefined))
    return failed(code.invalidParameters, 'there is no such AUX output');
  device.switchAux(which.map(Number), on);
  return done(on ? 'switched on' : 'switched off');
}
