/** From an instant to a later one, epoch ms; the end is not part of it. */
export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Why something was recorded. `continuous` also where a device does not say. */
export const recordingKinds = ['continuous', 'motion', 'event', 'image'] as const;
export type RecordingKind = (typeof recordingKinds)[number];

/** How fine a device tells its spans: by the minute, or by the beginnings and ends of files. */
export type SpanPrecision = 'minute' | 'exact';

export interface RecordedSpan extends TimeRange {
  readonly kind: RecordingKind;
}

/** A day of a calendar, in the zone of the device. */
export interface CalendarDay {
  readonly year: number;
  /** 1 for January. */
  readonly month: number;
  readonly day: number;
}
