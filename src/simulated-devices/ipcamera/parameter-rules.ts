import { pictureSizes } from './picture-sizes.ts';

interface Rule {
  readonly names: RegExp;
  /** As `action=options` prints it: alternatives with `&`, ranges with `-`. */
  readonly options: string;
  allows(value: string): boolean;
}

const oneOf = (names: RegExp, ...values: readonly string[]): Rule => ({
  names,
  options: values.join('&'),
  allows: (value) => values.includes(value),
});

const within = (names: RegExp, from: number, to: number): Rule => ({
  names,
  options: `${from}-${to}`,
  allows: (value) => /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to,
});

const sizes = [...Object.keys(pictureSizes), 'disable'];

/** What a parameter may be set to; one without a rule takes any text. */
const rules: readonly Rule[] = [
  oneOf(/\.(Mirror|Flip)?Enabled$/, 'yes', 'no'),
  within(/^Framerate\.|\.Framerate$/, 1, 30),
  within(/^ImageSource\.I0\.Sensor\.(Brightness|Contrast|Saturation|Sharpness)$/, 0, 100),
  oneOf(/^ImageSource\.I0\.Sensor\.Exposure$/, 'auto', 'manual', 'shutter', 'iris'),
  oneOf(/^ImageSource\.I0\.Sensor\.WhiteBalance$/, 'auto', 'atw', 'manual'),
  within(/\.Compression$/, 0, 100),
  within(/\.H264Bitrate$/, 64, 20_480),
  {
    names: /^Image\.I0\.Appearance\.Resolution$/,
    options: sizes.join('&'),
    allows: (value) =>
      value.split(',').length <= 4 && value.split(',').every((one) => sizes.includes(one)),
  },
  oneOf(/\.S\d\.Resolution$/, ...sizes),
  oneOf(/\.S\d\.EncodeType$/, 'h264', 'mjpeg'),
  oneOf(/^(Input\.I\d\.Trig|Output\.O\d\.Active)$/, 'open', 'closed'),
  within(/^Motion\.M\d\.(Left|Right|Top|Bottom)$/, 0, 9999),
  within(/^Motion\.M\d\.(Sensitivity|Level)$/, 0, 100),
  oneOf(/^Network\.BootProto$/, 'none', 'dhcp'),
  within(/\.PresetNbr$/, 1, 256),
  within(/\.MoveSpeed$/, 0, 14),
  within(/\.WaitTime$/, 0, 255),
  {
    names: /^Time\.TimeZone$/,
    options: 'GMT-12-GMT+13',
    allows: (value) => {
      const hours = Number(/^GMT([+-]\d{1,2})$/.exec(value)?.[1] ?? Number.NaN);
      return hours >= -12 && hours <= 13;
    },
  },
  {
    names: /^Recording\.R0\.Weekdays$/,
    options: '0000000-1111111',
    allows: (value) => /^[01]{7}$/.test(value),
  },
];

/** Facts of the unit, and the ports that its servers really have. */
const fixed = /^(Brand|Properties)\.|\.NbrOf(In|Out)puts$|^Network\.(HTTP|RTSP|MJPEG)\.Port$/;
const mostLetters = 256;

export function isFixed(name: string): boolean {
  return fixed.test(name);
}

export function allows(name: string, value: string): boolean {
  const rule = rules.find(({ names }) => names.test(name));
  // A line feed would end the pair in a listing.
  return rule === undefined
    ? value.length <= mostLetters && !/[\r\n]/.test(value)
    : rule.allows(value);
}

/** The options of every parameter that has any. */
export function optionsOf(names: readonly string[]): (readonly [string, string])[] {
  return names.flatMap((name) => {
    const rule = isFixed(name) ? undefined : rules.find((one) => one.names.test(name));
    return rule === undefined ? [] : [[name, rule.options] as const];
  });
}
