import { type CommandKind, type DeviceCommand, parametersOf } from '../control/device-command.ts';
import { withoutRoot } from './parameter-tree.ts';
import { ptzKind } from './ptz-cgi.ts';

const command = (kind: CommandKind, name: string, query: URLSearchParams): DeviceCommand => ({
  camera: 1,
  kind,
  command: name,
  parameters: parametersOf(query),
});

export function ofPtz(query: URLSearchParams): DeviceCommand {
  return command(ptzKind(query), 'ptz.cgi', query);
}

export function ofPtzConfig(query: URLSearchParams): DeviceCommand {
  return command('preset', 'ptzconfig.cgi', query);
}

/** Null for a question. */
export function ofOutput(query: URLSearchParams): DeviceCommand | null {
  return query.has('action') ? command('output', 'output.cgi', query) : null;
}

/** The groups of parameters whose changes are noted. */
const groups: readonly (readonly [names: RegExp, kind: CommandKind])[] = [
  [/^Event\./, 'arming'],
  [/^Image(Source)?\./, 'picture'],
  [/^(GuardTour\b|PTZ\.Preset\.)/, 'preset'],
];

/** A change of events, picture or sequence lines; null for the rest, which may hold secrets. */
export function ofParam(query: URLSearchParams): DeviceCommand | null {
  const action = query.get('action') ?? '';
  if (!['update', 'add', 'remove'].includes(action)) return null;
  const changed = [...query].flatMap(([name, value]) => {
    if (name === 'action') return [];
    return [withoutRoot(name === 'group' ? value : name)];
  });
  const found = groups.find(
    ([names]) => changed.length > 0 && changed.every((one) => names.test(one)),
  );
  return found === undefined ? null : command(found[1], 'param.cgi', query);
}
