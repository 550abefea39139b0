import type { z } from 'zod';
import type { Arming } from '../../domain/arming.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { integerOf, type Variables } from '../parsing/variables.ts';
import type { DeviceLink } from '../protocol.ts';
import type { SiteOperations } from '../site-operations.ts';
import { callAsAllowed } from './camera-parameters.ts';
import { sendCommand } from './command.ts';
import { ipcamEndpoint, operationOf } from './endpoints.ts';
import { requireChannel } from './only-channel.ts';
import { readReply } from './replies.ts';

type AlarmQuery = z.output<typeof ipcamEndpoint.alarm.query>;

/** What set_alarm.cgi arms; what else it sets says what an alarm sets off. */
const switches = [
  { id: 'motion', parameter: 'motion_armed' },
  { id: 'input', parameter: 'input_armed' },
] as const;

/** get_params.cgi calls each parameter of set_alarm.cgi the same with `alarm_` before it. */
const settingOf = (settings: Variables, parameter: string) =>
  integerOf(settings, `alarm_${parameter}`);

/** For administrators, and with every password beside what is needed: the rest stays in here. */
async function settings(link: DeviceLink): Promise<Variables> {
  const endpoint = ipcamEndpoint.readSettings;
  return readReply((await callAsAllowed(link, { endpoint })).text, operationOf(endpoint));
}

/**
 * All that set_alarm.cgi sets, as it is now: it takes nothing less, and a guess would change it.
 * @throws DeviceError `unexpected-reply` with the name of what the device does not say
 */
function alarmQuery(current: Variables): AlarmQuery {
  const { query } = ipcamEndpoint.alarm;
  const known = Object.keys(query.shape).map((name) => [name, settingOf(current, name)]);
  const read = query.safeParse(Object.fromEntries(known));
  if (read.success) return read.data;
  throw new DeviceError('malformed-reply', 'unexpected-reply', {
    operation: operationOf(ipcamEndpoint.readSettings),
    detail: `alarm_${String(read.error.issues[0]?.path[0])}`,
  });
}

export const armingOperations = {
  async readArming(link: DeviceLink, channel: string): Promise<Arming> {
    requireChannel(channel);
    const current = await settings(link);
    const known = switches.flatMap(({ id, parameter }) => {
      const armed = settingOf(current, parameter);
      return armed === 0 || armed === 1 ? [{ id, name: '', what: id, on: armed === 1 }] : [];
    });
    if (known.length === 0) {
      const operation = operationOf(ipcamEndpoint.readSettings);
      throw new DeviceError('malformed-reply', 'unexpected-reply', { operation });
    }
    return { modes: [], schedules: [], overrides: [], presets: [], switches: known };
  },
  async changeArming(link, channel, change) {
    requireChannel(channel);
    const operation = operationOf(ipcamEndpoint.alarm);
    if (change.kind !== 'switch') {
      throw new DeviceError('unsupported', 'not-supported', { operation });
    }
    const changed = switches.find(({ id }) => id === change.switchId);
    if (changed === undefined) throw new DeviceError('rejected', 'not-found', { operation });
    const query = { ...alarmQuery(await settings(link)), [changed.parameter]: change.on ? 1 : 0 };
    await sendCommand(link, { endpoint: ipcamEndpoint.alarm, query });
  },
} satisfies SiteOperations;
