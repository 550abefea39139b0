import type { CameraCapabilities } from '../../domain/camera.ts';
import { replyLines, something } from './text-reply.ts';

type PtzCapabilities = Pick<
  CameraCapabilities,
  'panTilt' | 'zoom' | 'focus' | 'iris' | 'home' | 'presets'
>;

/** "For all models, the available preset number is from 1 to 256" (history, 3.0). */
export const documentedPresets = 256;

const commandNames = /\b([a-z]{3,32})=/g;

/** What stands behind each command in the description that `info=1` gives. */
export type PtzDescription = ReadonlyMap<string, string>;

/** Reads the description that `info=1` gives; its form is not documented. */
export function readPtzDescription(text: string, operation: string): PtzDescription {
  const found = replyLines(text, operation).flatMap((line) => {
    const start = line.slice(0, 1000);
    const names = Array.from(start.matchAll(commandNames));
    return names.map(({ 0: whole, 1: name = '', index }, at) => {
      return [name, start.slice(index + whole.length, names[at + 1]?.index).trim()] as const;
    });
  });
  const known = found.filter(([name]) => documentedCommands.has(name));
  return something(known.length === 0 ? undefined : new Map(known), operation);
}

/** Names of the commands in it. */
export function readPtzCommands(text: string, operation: string): ReadonlySet<string> {
  return new Set(readPtzDescription(text, operation).keys());
}

/** All of 5.3.1.1, so that `camera=1` or a line of some other text is not taken for a command. */
const documentedCommands = new Set(
  `move pan tilt zoom focus rpan rtilt rzoom rfocus autofocus continuouspantiltmove
  continuouszoommove zoomsteps focussteps continuousfocusmove continuousirismove gotoserverpresetno
  gotoserverautopanno gotoservercruiseno gotoserversequenceno center query`.split(/\s+/),
);

export function ptzCapabilities(commands: PtzDescription): PtzCapabilities {
  const any = (...names: readonly string[]) => names.some((name) => commands.has(name));
  return {
    panTilt: any('continuouspantiltmove', 'move', 'pan', 'rpan'),
    zoom: any('continuouszoommove', 'zoomsteps', 'zoom', 'rzoom'),
    focus: any('continuousfocusmove', 'focussteps', 'focus', 'rfocus', 'autofocus'),
    iris: any('continuousirismove'),
    home: any('move'),
    presets: any('gotoserverpresetno') ? documentedPresets : 0,
  };
}

/** What a PTZ unit that does not describe itself can do at least: what every such model is documented to. */
export const leastPtzDescription: PtzDescription = new Map([
  ['continuouspantiltmove', ''],
  ['continuouszoommove', ''],
  ['gotoserverpresetno', ''],
]);

/** Reads `pan=…`, `tilt=…`, `zoom=…`, one a line: the form of a related maker, for none is documented. */
export function readPosition(text: string, operation: string): Readonly<Record<string, number>> {
  const found = replyLines(text, operation).flatMap((line) => {
    const [, name = '', value] =
      /^(pan|tilt|zoom|focus)\s*=\s*(-?\d{1,6}(?:\.\d{1,6})?)$/i.exec(line) ?? [];
    return value === undefined ? [] : [[name.toLowerCase(), Number(value)] as const];
  });
  return something(found.length === 0 ? undefined : Object.fromEntries(found), operation);
}
