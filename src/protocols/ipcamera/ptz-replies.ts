import { type CameraCapabilities, noCapabilities } from '../../domain/camera.ts';
import { replyLines, something } from './text-reply.ts';

export type PtzCapabilities = Pick<
  CameraCapabilities,
  'panTilt' | 'zoom' | 'focus' | 'iris' | 'home' | 'presets'
>;

/** "For all models, the available preset number is from 1 to 256" (history, 3.0). */
const documentedPresets = 256;

const commandNames = /\b([a-z]{3,32})(?==)/g;

/** Names of the commands in the description that `info=1` gives; its form is not documented. */
export function readPtzCommands(text: string, operation: string): ReadonlySet<string> {
  const names = replyLines(text, operation).flatMap((line) =>
    Array.from(line.slice(0, 1000).matchAll(commandNames), ([, name = '']) => name),
  );
  const known = names.filter((name) => documentedCommands.has(name));
  return something(known.length === 0 ? undefined : new Set(known), operation);
}

/** All of 5.3.1.1, so that `camera=1` or a line of some other text is not taken for a command. */
const documentedCommands = new Set(
  `move pan tilt zoom focus rpan rtilt rzoom rfocus autofocus continuouspantiltmove
  continuouszoommove zoomsteps focussteps continuousfocusmove continuousirismove gotoserverpresetno
  gotoserverautopanno gotoservercruiseno gotoserversequenceno center query`.split(/\s+/),
);

export function ptzCapabilities(commands: ReadonlySet<string>): PtzCapabilities {
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
export const leastPtzCapabilities: PtzCapabilities = {
  ...noCapabilities,
  panTilt: true,
  zoom: true,
  presets: documentedPresets,
};

/** Reads `pan=…`, `tilt=…`, `zoom=…`, one a line: the form of a related maker, for none is documented. */
export function readPosition(text: string, operation: string): Readonly<Record<string, number>> {
  const found = replyLines(text, operation).flatMap((line) => {
    const [, name = '', value] =
      /^(pan|tilt|zoom|focus)\s*=\s*(-?\d{1,6}(?:\.\d{1,6})?)$/i.exec(line) ?? [];
    return value === undefined ? [] : [[name.toLowerCase(), Number(value)] as const];
  });
  return something(found.length === 0 ? undefined : Object.fromEntries(found), operation);
}
