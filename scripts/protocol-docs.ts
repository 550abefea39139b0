import { covers } from '../src/protocols/contract-cases.ts';
import { fixturesById } from '../src/protocols/contract-fixtures.ts';
import type { Operations, Protocol } from '../src/protocols/protocol.ts';
import { describeParameters } from './protocol-parameters.ts';

/** What each operation means to a person. A new one does not compile until it stands here. */
const operationTitles: Readonly<Record<keyof Operations, string>> = {
  identify: 'say what it is: product, firmware, zone, clock, account',
  listCameras: 'list its cameras with state, capabilities and streams',
  readPtzAbilities: 'say how a camera turns: held, by steps, to positions, presets',
  movePtz: 'move pan, tilt, zoom, focus or iris until it is stopped',
  stopPtz: 'stop every movement',
  stepPtz: 'move by one step, after which the camera stands by itself',
  turnPtzTo: 'turn to a position',
  turnPtzBy: 'turn by an amount',
  readPtzPosition: 'say where it looks',
  centrePtz: 'bring a point of the picture to its centre',
  zoomPtzToBox: 'fill the picture with a part of it',
  goHome: 'turn to the home position',
  saveHome: 'make where it looks the home position',
  setAutofocus: 'switch autofocus, focus once, reset zoom and focus',
  listPresets: 'list its presets',
  goToPreset: 'turn to a preset',
  savePreset: 'save where it looks as a preset',
  renamePreset: 'rename a preset',
  removePreset: 'remove a preset',
  listTours: 'list its tours: autopan, cruise, sequence, patrol',
  startTour: 'start a tour',
  stopTour: 'stop a tour',
  readTour: 'read the plan of a tour',
  saveTour: 'save the plan of a tour',
  readPictureSettings: 'read picture size, brightness, contrast, mode and orientation',
  changePictureSettings: 'change brightness, contrast, mode and orientation',
  listOutputs: 'list outputs: relays, auxiliary, alarm',
  switchOutput: 'switch an output',
  readInputs: 'read the states of inputs',
  readArming: 'say what a camera is armed for, and what it can be armed with',
  changeArming: 'arm, disarm, choose a schedule or an override',
  subscribeEvents: 'tell events as they happen',
  listPastEvents: 'list what its log knows of a time in which nobody listened',
  pushPlate: 'take a number plate that another system has read',
  pushCall: 'take the beginning and the end of an emergency call',
  markEvent: 'mark a moment, keep its video, turn to a preset',
  triggerMotion: 'act as if something moved before a camera',
  listRecordedDays: 'list the days that have recordings',
  listRecordedSpans: 'list what was recorded, by the minute or by its files',
  listRecordedFiles: 'list its recorded files',
  findRecordedFile: 'find the file of a moment',
  neighbourOfFile: 'find the file before or after another',
  recordedFileTarget: 'hand over a recorded file',
  removeRecordedFile: 'remove a recorded file',
  openExport: 'write out recordings of a time, with subtitles and checksums',
};
const operationNames = Object.keys(operationTitles) as (keyof Operations)[];

/** How many documented endpoints there are, and how many of them have at least one row. */
export function coverage(protocol: Protocol): { documented: number; covered: number } {
  const documented = fixturesById[protocol.id]?.documented ?? [];
  const covered = documented.filter((one) => protocol.endpoints.some((row) => covers(row, one)));
  return { documented: documented.length, covered: covered.length };
}

/** The tables that `npm run protocols` prints: how much of each document, and which operations. */
export function protocolTable(protocols: readonly Protocol[]): string {
  const rows = protocols.map((protocol) => {
    const { documented, covered } = coverage(protocol);
    const { id, document, endpoints } = protocol;
    return [id, document, `${covered} of ${documented}`, String(endpoints.length)];
  });
  const offered = operationNames.map((name) => [
    name,
    ...protocols.map(({ operations }) => (operations[name] ? 'yes' : '-')),
  ]);
  return [
    textTable(['protocol', 'document', 'endpoints', 'rows'], rows),
    textTable(['operation', ...protocols.map(({ id }) => id)], offered),
  ].join('\n\n');
}

function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join(
    '\n',
  );
}

/** The page of a protocol in docs/protocols, from its table and the limits that its README names. */
export function protocolPage(protocol: Protocol, readme: string): string {
  const { documented, covered } = coverage(protocol);
  const rows = protocol.endpoints.map((row) => [
    `\`${row.id}\``,
    `\`${row.method} ${row.path}\``,
    describeParameters(row),
    row.reply,
    row.role,
    row.danger,
    row.summary,
    row.section,
  ]);
  const offered = operationNames.map((name) => [
    `\`${name}\``,
    operationTitles[name],
    protocol.operations[name] ? 'yes' : 'no',
  ]);
  const head = ['id', 'request', 'parameters', 'reply', 'role', 'danger', 'summary', 'section'];
  return [
    `# ${protocol.name}`,
    'Written by `npm run protocols -- --markdown`; change the tables and the README in ' +
      `\`src/protocols/${protocol.id}/\` instead.`,
    `Document: ${protocol.document}. Default port: ${protocol.defaultPort}. ` +
      `Sign-in: ${protocol.authentication.kind}.`,
    '## Operations',
    markdownTable(['operation', 'what it does', 'offered'], offered),
    limitsOf(readme),
    '## Endpoints',
    `${covered} of ${documented} documented endpoints${beyondOf(protocol)}, in ${rows.length} ` +
      `${rows.length === 1 ? 'row' : 'rows'}.`,
    markdownTable(head, rows),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The requests that no document has, with the reason for each. */
function beyondOf(protocol: Protocol): string {
  const beyond = Object.entries(fixturesById[protocol.id]?.beyond ?? {});
  if (beyond.length === 0) return '';
  const reasons = beyond.map(([request, reason]) => `\`${request}\` (${reason})`);
  return ` and ${beyond.length} beyond the document, ${reasons.join(', ')}`;
}

/** The section of a README that says what the protocol cannot do, heading included. */
export function limitsOf(readme: string): string {
  const sections = readme.split(/^(?=## )/m);
  const limits = sections.find((section) => /^## .*\b(?:cannot|limits)\b/i.test(section));
  return limits?.trim() ?? '## What it cannot do, and why\n\nIts README does not say yet.';
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function cellText(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();
}
