import {
  type AutofocusMode,
  type AxisRange,
  noPtz,
  type PtzAbilities,
  type PtzAxis,
  type PtzPositionAxis,
} from '../../domain/ptz.ts';
import { documentedPresets, type PtzDescription } from './ptz-replies.ts';

/** Commands that go on until they are stopped, and those of which one is a step. */
const moving: Readonly<Record<PtzAxis, string>> = {
  pan: 'continuouspantiltmove',
  tilt: 'continuouspantiltmove',
  zoom: 'continuouszoommove',
  focus: 'continuousfocusmove',
  iris: 'continuousirismove',
};
const stepping: Readonly<Partial<Record<PtzAxis, string>>> = {
  pan: 'move',
  tilt: 'move',
  zoom: 'zoomsteps',
  focus: 'focussteps',
};

const degrees = 360;
const lensSteps = 9999;
const around = (most: number): AxisRange => ({ least: -most, most });

/** Ranges of the document (5.3.1.1). */
export const absoluteRanges: Readonly<Record<PtzPositionAxis, AxisRange>> = {
  pan: around(180),
  tilt: { least: -10, most: 190 },
  zoom: { least: 0, most: lensSteps },
  focus: { least: 0, most: lensSteps },
};
export const relativeRanges: Readonly<Record<PtzPositionAxis, AxisRange>> = {
  pan: around(degrees),
  tilt: around(degrees),
  zoom: around(lensSteps),
  focus: around(lensSteps),
};

export const autofocusValues: Readonly<Record<AutofocusMode, string>> = {
  on: 'on',
  off: 'off',
  once: 'pushaf',
  'with-zoom': 'zoomtrigger',
  'reset-zoom': 'zoomreset',
  'reset-focus': 'focusreset',
  reset: 'reset',
};

const axesOf = <Axis extends string>(commands: Readonly<Partial<Record<Axis, string>>>) =>
  Object.entries(commands) as [Axis, string][];

/** The range that a model gives, of `-180.0..180.0` as of `[-180 ... 180]`, within the documented one. */
function rangeIn(text: string, documented: AxisRange): AxisRange {
  const numbers = Array.from(text.matchAll(/-?\d{1,5}(?:\.\d{1,3})?/g), ([digits]) =>
    Number(digits),
  );
  const [least = Number.NaN, most = Number.NaN] = numbers.length === 2 ? numbers : [];
  const fits = least >= documented.least && least < most && most <= documented.most;
  return fits ? { least, most } : documented;
}

function rangesIn(
  commands: PtzDescription,
  prefix: '' | 'r',
  ranges: Readonly<Record<PtzPositionAxis, AxisRange>>,
): PtzAbilities['absolute'] {
  const found = Object.entries(ranges).flatMap(([axis, documented]) => {
    const text = commands.get(`${prefix}${axis}`);
    return text === undefined ? [] : [[axis, rangeIn(text, documented)]];
  });
  return Object.fromEntries(found);
}

/** Words that a description lists; where it lists none, a model is taken to know all that are usual. */
function wordsIn(text: string, usual: readonly string[]): readonly string[] {
  const words = text.match(/[a-z]{2,20}/g) ?? [];
  return words.length === 0 ? usual : words;
}

function autofocusIn(commands: PtzDescription): readonly AutofocusMode[] {
  const text = commands.get('autofocus');
  if (text === undefined) return [];
  // Motorised lenses, which alone take steps, know other words than those of the PTZ units.
  const usual = commands.has('zoomsteps') ? ['pushaf', 'zoomreset', 'focusreset'] : ['on', 'off'];
  const words = wordsIn(text, usual);
  return axesOf(autofocusValues).flatMap(([mode, word]) => (words.includes(word) ? [mode] : []));
}

/** What a camera can do, from the commands that it has. An axis that can move is not offered as steps. */
export function ptzAbilities(commands: PtzDescription): PtzAbilities {
  const moves = axesOf(moving).flatMap(([axis, name]) => (commands.has(name) ? [axis] : []));
  const steps = axesOf(stepping).flatMap(([axis, name]) =>
    commands.has(name) && !moves.includes(axis) ? [axis] : [],
  );
  const ways = wordsIn(commands.get('move') ?? '', ['home', 'upleft']);
  const home = commands.has('move') && ways.includes('home');
  return {
    ...noPtz,
    moves,
    steps,
    diagonal: moves.includes('pan') || (steps.includes('pan') && ways.includes('upleft')),
    speed: moves.some((axis) => axis !== 'iris'),
    absolute: rangesIn(commands, '', absoluteRanges),
    relative: rangesIn(commands, 'r', relativeRanges),
    centre: commands.has('center'),
    box: ['center', 'rzoom', 'query'].every((name) => commands.has(name)),
    home,
    // Both belong to the PTZ units (5.3.1.1 and 5.3.1.3).
    saveHome: home,
    autofocus: autofocusIn(commands),
    presets: commands.has('gotoserverpresetno')
      ? { most: documentedPresets, named: isPtzUnit(commands) }
      : null,
  };
}

/** Names of presets are documented for the PTZ units alone, which are the ones with `move` or `pan`. */
function isPtzUnit(commands: PtzDescription): boolean {
  return commands.has('move') || commands.has('pan');
}
