import { covers } from '../src/protocols/contract-cases.ts';
import { fixturesById } from '../src/protocols/contract-fixtures.ts';
import type { Operations, Protocol } from '../src/protocols/protocol.ts';
import { describeParameters } from './protocol-parameters.ts';

/** What each operation means to a person. A new one does not compile until it stands here. */
const operationTitles: Readonly<Record<keyof Operations, string>> = {
  identify: 'say what it is: product, firmware, zone, clock, account',
  listCameras: 'list its cameras with state, capabilities and streams',
  readPictureSettings: 'read picture size, brightness, contrast, mode and orientation',
};
const operationNames = Object.keys(operationTitles) as (keyof Operations)[];

/** How many documented endpoints there are, and how many of them have at least one row. */
export function coverage(protocol: Protocol): { documented: number; covered: number } {
  const documented = fixturesById[protocol.id]?.documented ?? [];
  const covered = documented.filter((one) => protocol.endpoints.some((row) => covers(row, one)));
  return { documented: documented.length, covered: covered.length };
}

/** The table that `npm run protocols` prints. */
export function protocolTable(protocols: readonly Protocol[]): string {
  const head = ['protocol', 'document', 'endpoints', 'rows', ...operationNames];
  const rows = protocols.map((protocol) => {
    const { documented, covered } = coverage(protocol);
    const offered = operationNames.map((name) => (protocol.operations[name] ? 'yes' : '-'));
    const { id, document, endpoints } = protocol;
    return [id, document, `${covered} of ${documented}`, String(endpoints.length), ...offered];
  });
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
