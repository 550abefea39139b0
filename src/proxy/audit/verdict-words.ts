import type { AuditVerdict } from '../../api/audit.ts';

type Fault = NonNullable<AuditVerdict['fault']>;

const faultWords: Record<Fault['kind'], string> = {
  entry: 'This line is not what was written, or not where it was written.',
  gap: 'Lines are missing from this number on.',
  end: 'Lines at the end are missing, or were added by somebody else.',
  seal: 'The seal at the end of the record is not ours.',
  break:
    'The proxy found no seal that fits when it wrote this line: the record was changed before it, or the key file is another one.',
  head: 'The line that the log once had is not in the record.',
};

/** What a terminal shows of a verdict. */
export function verdictWords({ entries, first, last, fault, removed, head }: AuditVerdict): string {
  const lines: string[] = [];
  if (fault === undefined) {
    lines.push(`The record is whole: ${count(entries, 'line')}.`);
    if (first && last) {
      lines.push(`From number ${first.number} of ${timeOf(first.atMs)}.`);
      lines.push(`To number ${last.number} of ${timeOf(last.atMs)}.`);
    }
  } else {
    lines.push(`The record has been changed: number ${fault.number} does not fit.`);
    lines.push(faultWords[fault.kind]);
    lines.push(`${count(fault.count, 'place')} of ${count(entries, 'line')} in all.`);
  }
  if (removed) {
    lines.push(
      `Before it, ${count(removed.entries, 'line')} up to ${timeOf(removed.untilMs)} went because of their age.`,
    );
    if (removed.misfits > 0)
      lines.push(`${count(removed.misfits, 'line')} of those did not fit any more.`);
  }
  if (head && fault === undefined) lines.push(`Its last line: ${head.number}:${head.mac}`);
  return lines.join('\n');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function timeOf(atMs: number): string {
  // A line that was changed may hold any number.
  return Math.abs(atMs) <= 8.64e15 ? new Date(atMs).toISOString() : 'an impossible time';
}
