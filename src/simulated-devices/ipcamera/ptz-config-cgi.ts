import type { PtzUnit } from './ptz-unit.ts';
import { failure, type RawReply, text } from './raw-reply.ts';

type Setting = (unit: PtzUnit, value: string) => boolean;

const splitNumber = (value: string): readonly [number, string] => {
  const [first = '', rest = ''] = value.split(/,(.*)/s);
  return [/^\d+$/.test(first) ? Number(first) : Number.NaN, rest];
};
const isLine = (number: number, most: number): boolean => number >= 1 && number <= most;

/** `start` and `end` mark the two ends of a line with the position of that moment. */
function markLine(unit: PtzUnit, kind: 'autopan' | 'cruise', most: number, value: string): boolean {
  const [number, state] = splitNumber(value);
  if (!isLine(number, most) || (state !== 'start' && state !== 'end')) return false;
  unit.memory.changeLine(kind, number, { [state]: unit.head.position });
  return true;
}

function setDirectionAndSpeed(unit: PtzUnit, value: string): boolean {
  const [number, direction, speed, ...more] = value.split(',');
  const line = Number(number);
  const valid =
    isLine(line, 4) &&
    (direction === 'left' || direction === 'right') &&
    /^[0-3]$/.test(speed ?? '') &&
    more.length === 0;
  if (valid) unit.memory.changeLine('autopan', line, { direction, speed: Number(speed) });
  return valid;
}

/** The rows of 5.3.1.3. */
const settings: Readonly<Record<string, Setting>> = {
  setserverpresetname: (unit, value) => {
    const [number, name] = splitNumber(value);
    return name !== '' && unit.savePreset(number, name);
  },
  setserverpresetno: (unit, value) =>
    unit.savePreset(
      Number(value),
      unit.memory.presets.get(Number(value))?.name ?? `Preset ${value}`,
    ),
  removeserverpresetname: (unit, value) => unit.removeNamedPreset(value),
  removeserverpresetno: (unit, value) => unit.removePreset(Number(value)),
  setserverautopan: (unit, value) => markLine(unit, 'autopan', 4, value),
  setserverautopandirspeed: setDirectionAndSpeed,
  setservercruise: (unit, value) => markLine(unit, 'cruise', 8, value),
  home: ({ head }, value) => {
    if (value === 'yes') head.setHome();
    return value === 'yes';
  },
};

/** `ptzconfig.cgi` (5.3.1.3). */
export function answerPtzConfig(unit: PtzUnit | null, query: URLSearchParams): RawReply {
  if (unit === null) return failure('PTZ is not supported');
  const given = [...query];
  if (given.length === 0) return failure('no command given');
  for (const [name, value] of given) {
    const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
    if (setting === undefined) return failure(`${name} is not supported`);
    if (!setting(unit, value)) return failure(`invalid value for ${name}`);
  }
  return text('OK\r\n');
}
