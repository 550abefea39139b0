/** A value of each parameter; `true` for one that has none. */
type Parameters = Readonly<Record<string, string | number | true>>;

/** A command as its document writes it, and the row of the console that sends it. */
export interface DocumentedCommand {
  readonly endpoint: string;
  readonly parameters: Parameters;
}

export interface DocumentedDevice {
  readonly protocol: string;
  readonly device: string;
  /** Which commands these are, in the words of the document. */
  readonly section: string;
  readonly commands: readonly DocumentedCommand[];
}

const of = (endpoint: string, ...all: readonly Parameters[]): readonly DocumentedCommand[] =>
  all.map((parameters) => ({ endpoint, parameters }));
const numbers = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const ch = 1;
const tsapi: readonly DocumentedCommand[] = [
  ...of('ptz.home', { ch, home: true }),
  ...of('ptz.stop', { ch, stop: true }),
  ...of(
    'ptz.move',
    { ch, move: '0.5,0.5' },
    { ch, move: '-1' },
    { ch, move: '0,0.1' },
    { ch, move: true },
  ),
  ...of('ptz.zoom', { ch, zoom: 0.5 }, { ch, zoom: -0.5 }),
  ...of('ptz.focus', { ch, focus: 0.1 }, { ch, focus: -0.5 }),
  ...of('ptz.iris', { ch, iris: -0.1 }, { ch, iris: 1 }),
  ...of('ptz.stop', { ch, stop: true }),
  ...of('preset.list', { ch: '1', list: true }),
  ...of('preset.reload', { ch: '1', reload: true }),
  ...of('preset.add', { ch, add: true, name: 'door' }, { ch, add: true }),
  ...of('preset.set', { ch, set: 'preset1' }, { ch, set: 'preset1', name: 'Sweet home ^^' }),
  ...of('preset.go', { ch, go: '1' }),
  ...of('preset.remove', { ch, rm: '1' }, { ch, rm: '2,3,4' }),
];

/** 1 to 11, 99, 12 to 19 and 112 to 119; `more` stands beside each that moves. */
function spyCommands(
  camera: number,
  rows: {
    readonly zoom: string;
    readonly home: string;
    readonly stop: string;
    readonly save: string;
  },
  more: Parameters,
): readonly DocumentedCommand[] {
  const row = (endpoint: string, all: readonly number[], beside: Parameters) =>
    of(endpoint, ...all.map((command) => ({ cameraNum: camera, command, ...beside })));
  return [
    ...row('ptz.move', [...numbers(1, 4), ...numbers(8, 11)], more),
    ...row(rows.zoom, [5, 6], more),
    ...row(rows.stop, [99], {}),
    ...row(rows.home, [7], more),
    ...row(rows.save, numbers(112, 119), {}),
    ...row('ptz.preset-go', numbers(12, 19), more),
  ];
}

const steps = [1, 2, 4, 8, 16, 32, 64, 128].flatMap((size) => [size, -size]);
const ptzDome: readonly DocumentedCommand[] = [
  ...of('ptz.home', { move: 'home' }),
  ...of(
    'ptz.step',
    ...['up', 'down', 'left', 'right', 'upleft', 'upright', 'downleft', 'downright'].map(
      (move) => ({ move }),
    ),
  ),
  ...of('ptz.absolute', { pan: -30 }, { tilt: 15 }, { zoom: 1000 }, { focus: 2000 }),
  ...of('ptz.relative', { rpan: 10 }, { rtilt: -5 }, { rzoom: 200 }, { rfocus: -200 }),
  ...of('ptz.move', { continuouspantiltmove: '-50,20' }, { continuouspantiltmove: '0,0' }),
  ...of('ptz.zoom', { continuouszoommove: 40 }, { continuouszoommove: 0 }),
  ...of('ptz.focus', { continuousfocusmove: -40 }, { continuousfocusmove: 0 }),
  ...of('ptz.autofocus', { autofocus: 'on' }, { autofocus: 'off' }),
  ...of('ptz.center', { center: '2,4', imageheight: 578, imagewidth: 722, stream: 'h264' }),
  ...of('ptz.position', { query: 'position' }),
  ...of('ptz.commands', { info: 1 }),
  ...of('preset.set', { setserverpresetno: 7 }, { setserverpresetno: 256 }),
  ...of('preset.set-named', { setserverpresetname: '8,Ramp' }),
  ...of('preset.go', { gotoserverpresetno: 7 }, { gotoserverpresetno: 256 }),
  ...of('autopan.set', { setserverautopan: '1,start' }, { setserverautopan: '1,end' }),
  ...of('autopan.set-speed', { setserverautopandirspeed: '1,left,2' }),
  ...of('autopan.run', { gotoserverautopanno: 1 }),
  ...of('cruise.set', { setservercruise: '1,start' }, { setservercruise: '1,end' }),
  ...of('cruise.run', { gotoservercruiseno: 1 }),
  ...of('sequence.add-line', { action: 'add', group: 'GuardTour' }),
  ...of('sequence.add-point', { action: 'add', group: 'GuardTour.G1.Tour' }),
  ...of('sequence.update-point', {
    action: 'update',
    'GuardTour.G1.Tour.T1.PresetNbr': 7,
  }),
  ...of('sequence.run', { gotoserversequenceno: 1 }),
  ...of('home.set', { home: 'yes' }),
  ...of('preset.remove', { removeserverpresetno: 256 }),
  ...of('preset.remove-named', { removeserverpresetname: 'Ramp' }),
  ...of('ptz.home', { move: 'home' }),
];
const zoomLens: readonly DocumentedCommand[] = [
  ...of('ptz.zoom-steps', ...steps.map((zoomsteps) => ({ zoomsteps }))),
  ...of('ptz.focus-steps', ...steps.map((focussteps) => ({ focussteps }))),
  ...of(
    'ptz.iris',
    ...['open', 'close', 'stop'].map((continuousirismove) => ({ continuousirismove })),
  ),
  ...of(
    'ptz.autofocus',
    ...['zoomtrigger', 'pushaf', 'zoomreset', 'focusreset', 'reset'].map((autofocus) => ({
      autofocus,
    })),
  ),
];

const decoder: readonly DocumentedCommand[] = [
  ...of('decoder.move', ...[...numbers(0, 7), 25].map((command) => ({ command }))),
  ...of('decoder.patrol', ...numbers(26, 29).map((command) => ({ command }))),
  ...of('decoder.output', { command: 94 }, { command: 95 }),
];

/** What the five documents have to steer with, written from them. */
export const documentedDevices: readonly DocumentedDevice[] = [
  {
    protocol: 'tsapi',
    device: 'Riverside recorder',
    section: 'Pan tilt control, Pan tilt preset control',
    commands: tsapi,
  },
  {
    protocol: 'securityspy',
    device: 'Annex video server',
    section: 'PTZ Command 1-19, 99, 112-119',
    commands: spyCommands(
      3,
      { zoom: 'ptz.zoom', home: 'ptz.home', stop: 'ptz.stop', save: 'ptz.preset-set' },
      { speed: 40 },
    ),
  },
  {
    protocol: 'securityspy-legacy',
    device: 'Shop video server',
    section: 'PTZ command 1-19, 99, 112-119',
    commands: spyCommands(
      1,
      { zoom: 'ptz.move', home: 'ptz.move', stop: 'ptz.move', save: 'ptz.preset-save' },
      {},
    ),
  },
  {
    protocol: 'ipcamera',
    device: 'Tower',
    section: '5.3.1.1 to 5.3.1.3 of an IP PTZ',
    commands: ptzDome,
  },
  {
    protocol: 'ipcamera',
    device: 'Barrier',
    section: '5.3.1.1 of a camera with a motorised lens',
    commands: zoomLens,
  },
  { protocol: 'ipcam', device: 'Roof', section: 'decoder_control.cgi', commands: decoder },
];

/** By protocol, how many there are. */
export const documentedCounts: Readonly<Record<string, number>> = {
  tsapi: 21,
  securityspy: 28,
  'securityspy-legacy': 28,
  ipcamera: 87,
  ipcam: 15,
};

/** What is written into the log of a device of these. */
export function loggedAs({ parameters }: DocumentedCommand): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) =>
      name === 'cameraNum' ? [] : [[name, value === true ? '' : String(value)]],
    ),
  );
}
