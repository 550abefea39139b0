import type { ArmingSwitch } from '../../domain/arming.ts';
import type { Parameters } from '../parsing/parameters.ts';
import type { SiteOperations } from '../site-operations.ts';
import { checkChannel, command, notFound, notSupported } from './calls.ts';
import { listParameters, updateParameters } from './endpoints-parameters.ts';
import { readGroups, textOf } from './parameter-groups.ts';
import { switchOf, switchText } from './switch-value.ts';

/** `Event.E1.Enabled` (5.1.1.4), and the same of an input, which only the reply of 5.4.2 hints at. */
const enabledName = /^((?:Event\.E(\d{1,3}))|(?:Input\.I\d{1,2}))\.Enabled$/;
const switchId = /^(?:Event\.E\d{1,3}|Input\.I\d{1,2})$/;

/** What 5.4.2 says of the numbers of events; those of others are not documented. */
const events: ReadonlyMap<string, ArmingSwitch['what']> = new Map([
  ['1', 'motion'],
  ['10', 'motion'],
  ['11', 'motion'],
  ['12', 'motion'],
  ['2', 'tampering'],
  ['14', 'face'],
]);

function switchesOf(parameters: Parameters): readonly ArmingSwitch[] {
  return Array.from(parameters.keys()).flatMap((parameter) => {
    const [, id, event] = enabledName.exec(parameter) ?? [];
    const on = switchOf(parameters, parameter);
    if (id === undefined || on === undefined) return [];
    const what = event === undefined ? 'input' : (events.get(event) ?? 'event');
    return [{ id, name: textOf(parameters, `${id}.Name`) ?? '', what, on }];
  });
}

/** The camera has no modes or schedules of arming: each event is enabled by itself. */
export const arming = {
  async readArming(link, channel) {
    checkChannel(channel, listParameters);
    const parameters = await readGroups(link, ['Properties', 'Event', 'Input']);
    const switches = switchesOf(parameters);
    return { modes: [], schedules: [], overrides: [], presets: [], switches };
  },

  async changeArming(link, channel, change) {
    checkChannel(channel, updateParameters);
    if (change.kind !== 'switch') throw notSupported(updateParameters);
    if (!switchId.test(change.switchId)) throw notFound(updateParameters);
    const parameters = await readGroups(link, [change.switchId]);
    const parameter = `${change.switchId}.Enabled`;
    if (switchOf(parameters, parameter) === undefined) throw notFound(updateParameters);
    const value = switchText(parameters, parameter, change.on);
    await command(link, updateParameters, { action: 'update', [parameter]: value });
  },
} satisfies SiteOperations;
