import type { Arming } from '../../domain/arming.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink } from '../protocol.ts';
import type { SiteOperations } from '../site-operations.ts';
import { readMode } from './camera-mode.ts';
import { cameraNumber } from './camera-number.ts';
import { sendCommand } from './command.ts';
import { legacyEndpoint, operationOf } from './endpoints.ts';

const nothing = { scheduleId: null, overrideId: null } as const;

export const armingOperations = {
  async readArming(link: DeviceLink, channel: string): Promise<Arming> {
    const armed = (await readMode(link, cameraNumber(channel))) === 'ACTIVE';
    return {
      modes: [{ mode: 'all', armed, ...nothing }],
      schedules: [],
      overrides: [],
      presets: [],
      switches: [],
    };
  },
  async changeArming(link, channel, change) {
    const cameraNum = cameraNumber(channel);
    const armed = change.kind === 'mode' && change.armed;
    const endpoint = armed ? legacyEndpoint.setActive : legacyEndpoint.setPassive;
    if (change.kind !== 'mode' || change.mode !== 'all') {
      const operation = operationOf(endpoint);
      throw new DeviceError('unsupported', 'not-supported', { operation });
    }
    // The sentence where no page asked, the way back to the page where one seems to have.
    await sendCommand(link, {
      endpoint,
      query: { cameraNum },
      success: /received OK/,
      done: [303],
    });
  },
} satisfies SiteOperations;
