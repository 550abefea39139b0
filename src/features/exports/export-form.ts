import type { ExportOrderRequest } from '../../api/exports.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { readTypedTime, type TypedTime, typedTextOf } from '../../domain/typed-time.ts';

/** What somebody wants out, before they have said more of it. */
export interface ExportDraft extends TimeRange {
  readonly cameraIds: readonly string[];
  /** In which times are typed and shown. */
  readonly zone: string;
}

/** The order as it stands in the fields. */
export interface ExportForm {
  readonly from: string;
  readonly to: string;
  readonly cameraIds: ReadonlySet<string>;
  readonly name: string;
  readonly submitter: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly subtitles: ExportOrderRequest['subtitles'];
  /** Bytes of a part; empty for as the device likes. */
  readonly part: string;
  readonly password: string;
}

const longestExportMs = 31 * 24 * 60 * 60_000;

/** To whole seconds, so that nothing of what was chosen is left out. */
export function formOf(draft: ExportDraft, submitter: string): ExportForm {
  const { fromMs, toMs, zone, cameraIds } = draft;
  return {
    from: typedTextOf(fromMs, zone),
    to: typedTextOf(Math.ceil(toMs / 1000) * 1000, zone),
    cameraIds: new Set(cameraIds),
    ...{ name: '', submitter, recipient: '', purpose: '' },
    ...{ subtitles: 'vtt', part: '', password: '' },
  };
}

export type RangeFault = 'unread' | 'future' | 'order' | 'long';

export interface ReadRange {
  /** Null while it cannot be ordered. */
  readonly range: TimeRange | null;
  readonly from: RangeEnd;
  readonly to: RangeEnd;
}

export interface RangeEnd {
  readonly fault: RangeFault | null;
  readonly time: TypedTime | null;
}

/** The two times of a form; a time without a day is of the day of the draft. */
export function readRange(
  { from, to }: Pick<ExportForm, 'from' | 'to'>,
  { zone, fromMs }: ExportDraft,
  nowMs: number,
): ReadRange {
  const read = (text: string) => readTypedTime(text, { zone, nowMs, dayOfMs: fromMs });
  const begin = read(from);
  const end = read(to);
  const faultOf = (time: TypedTime | null): RangeFault | null =>
    time === null ? 'unread' : time.atMs > nowMs ? 'future' : null;
  const beginFault = faultOf(begin);
  let endFault = faultOf(end);
  if (beginFault === null && endFault === null && begin && end) {
    if (end.atMs <= begin.atMs) endFault = 'order';
    else if (end.atMs - begin.atMs > longestExportMs) endFault = 'long';
  }
  const isSound = beginFault === null && endFault === null && begin && end;
  return {
    range: isSound ? { fromMs: begin.atMs, toMs: end.atMs } : null,
    from: { fault: beginFault, time: begin },
    to: { fault: endFault, time: end },
  };
}

/** @param encrypts whether a device of the choice heeds the password */
export function orderOf(form: ExportForm, range: TimeRange, encrypts: boolean): ExportOrderRequest {
  const { name, submitter, recipient, purpose, subtitles, part, password } = form;
  return {
    ...{ name, submitter, recipient, purpose, subtitles },
    ...{ fromMs: range.fromMs, toMs: range.toMs, cameraIds: [...form.cameraIds] },
    partBytes: part === '' ? null : Number(part),
    password: encrypts && password !== '' ? password : null,
  };
}
