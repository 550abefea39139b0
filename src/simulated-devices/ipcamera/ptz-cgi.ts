import type { CommandKind } from '../control/device-command.ts';
import { type PtzCommands, ptzCommands } from './ptz-commands.ts';
import type { PtzUnit } from './ptz-unit.ts';
import { bare, failure, type RawReply, text } from './raw-reply.ts';

const beside = new Set(['imagewidth', 'imageheight', 'stream']);

/** A request is a stop where all that it says is to stop: "0,0", "0" or "stop". */
export function ptzKind(query: URLSearchParams): CommandKind {
  if (query.has('info') || query.has('query')) return 'read';
  const given = [...query].filter(([name]) => !beside.has(name));
  const stops = ([name, value]: readonly [string, string]): boolean =>
    name.startsWith('continuous') && /^(?:-?0(?:,-?0)?|stop)$/.test(value);
  return given.length > 0 && given.every(stops) ? 'stop' : 'move';
}

/** `ptz.cgi` (5.3.1.1). All parameters are looked at before any is obeyed. */
export function answerPtz(unit: PtzUnit | null, query: URLSearchParams): RawReply {
  if (unit === null) return failure('PTZ is not supported');
  const commands = ptzCommands[unit.motors];
  if (query.get('info') === '1') return text(commandList(commands));
  if (query.has('query')) return answerQuery(unit, query.get('query'));
  const plans: (() => boolean)[] = [];
  for (const [name, value] of query) {
    if (beside.has(name)) continue;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) return failure(`${name} is not supported`);
    const plan = command[1](unit, value, query);
    if (typeof plan === 'string') return failure(`${name}: ${plan}`);
    plans.push(plan);
  }
  if (plans.length === 0) return failure('no command given');
  const done = plans.map((plan) => plan());
  return done.every(Boolean) ? bare(204) : failure('nothing is stored under this number');
}

function answerQuery({ head }: PtzUnit, what: string | null): RawReply {
  if (what !== 'position') return failure('query must be position');
  const { pan, tilt, zoom, focus } = head.position;
  const lines = [
    `pan=${pan.toFixed(1)}`,
    `tilt=${tilt.toFixed(1)}`,
    `zoom=${Math.round(zoom)}`,
    `focus=${Math.round(focus)}`,
  ];
  return text(lines.map((line) => `${line}\r\n`).join(''));
}

function commandList(commands: PtzCommands): string {
  const rows = Object.entries(commands).map(([name, [valid]]) => `${name}=${valid}\r\n`);
  return `Available commands:\r\n${rows.join('')}query=position\r\n`;
}
