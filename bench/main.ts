import type { BenchRow, Theme } from './row.ts';
import { controlTheme } from './themes/control.ts';
import { eventsTheme } from './themes/events.ts';
import { exportsTheme } from './themes/exports.ts';
import { liveTheme } from './themes/live.ts';
import { protocolsTheme } from './themes/protocols.ts';
import { recordingsTheme } from './themes/recordings.ts';
import { startTheme } from './themes/start.ts';
import { trustTheme } from './themes/trust.ts';
import { viewersTheme } from './themes/viewers.ts';
import { wallTheme } from './themes/wall.ts';

const themes: Readonly<Record<string, Theme>> = {
  start: startTheme,
  wall: wallTheme,
  viewers: viewersTheme,
  live: liveTheme,
  protocols: protocolsTheme,
  trust: trustTheme,
  control: controlTheme,
  events: eventsTheme,
  exports: exportsTheme,
  recordings: recordingsTheme,
};

function figure(value: number | null): string {
  if (value === null) return '-';
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(value < 10 ? 3 : 1);
}

const columns: readonly [string, (row: BenchRow) => string][] = [
  ['figure', (row) => row.name],
  ['value', (row) => `${figure(row.value)} ${row.unit}`],
  ['baseline', (row) => figure(row.baseline)],
  ['ratio', (row) => figure(row.ratio)],
  ['target', (row) => row.target],
  ['holds', (row) => (row.holds === null ? '' : row.holds ? 'yes' : 'NO')],
];

function table(rows: readonly BenchRow[]): string {
  const lines = [
    columns.map(([title]) => title),
    ...rows.map((row) => columns.map(([, cell]) => cell(row))),
  ];
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((line) => line[index]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const words = process.argv.slice(2);
const asJson = words.includes('--json');
const named = words.filter((word) => !word.startsWith('--'));
const unknown = named.find((name) => !(name in themes));
if (unknown) {
  console.error(`There is no theme "${unknown}". Themes: ${Object.keys(themes).join(', ')}.`);
  process.exit(2);
}
const rows: BenchRow[] = [];
for (const [name, theme] of Object.entries(themes)) {
  if (named.length > 0 && !named.includes(name)) continue;
  if (!asJson) console.error(`measuring ${name}…`);
  rows.push(...(await theme()));
}
console.log(asJson ? JSON.stringify(rows, null, 2) : table(rows));
