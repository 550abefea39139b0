import type { ReactElement } from 'react';
import type { HandoverNote } from '../../api/shift-report.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';

export interface HandoverNotesProps {
  readonly notes: readonly HandoverNote[];
  readonly zone: string;
  /** Where there are none. */
  readonly none: string;
}

export function HandoverNotes({ notes, zone, none }: HandoverNotesProps): ReactElement {
  if (notes.length === 0) return <p className="text-text-2">{none}</p>;
  return (
    <ul className="flex max-w-3xl flex-col gap-3 print:max-w-none print:gap-2">
      {notes.map(({ atMs, by, text }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: two notes may be of one instant, and none ever goes
          key={`${atMs} ${index}`}
          className="border-s-4 border-line-ui ps-3 print:break-inside-avoid"
        >
          <p className="text-xs text-text-2">
            {t('shift.notes.by', { name: by.name, time: momentInZone(atMs, zone) })}
          </p>
          <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
            {text}
          </p>
        </li>
      ))}
    </ul>
  );
}
