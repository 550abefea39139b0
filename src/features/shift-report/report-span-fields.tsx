import { type ReactElement, useId } from 'react';
import { t } from '../../messages/t.ts';
import { RadioField } from '../../ui/radio-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type RangeFault, type ReportPlace, reportSpans } from './report-place.ts';

export interface ReportSpanFieldsProps {
  readonly place: ReportPlace;
  readonly onPlace: (place: Partial<ReportPlace>) => void;
  readonly zone: string;
  readonly fault: RangeFault | null;
}

/** Of which time the report is. */
export function ReportSpanFields(props: ReportSpanFieldsProps): ReactElement {
  const { place, onPlace, zone, fault } = props;
  const name = useId();
  const wrongFrom = fault === 'future';
  return (
    <div className="flex flex-col gap-3 px-4 pb-4 sm:px-8 print:hidden">
      <fieldset className="flex flex-wrap gap-x-6">
        <legend className="sr-only">{t('shift.span')}</legend>
        {reportSpans.map((span) => (
          <RadioField
            key={span}
            name={name}
            label={t(`shift.span.${span}`)}
            checked={place.span === span}
            onChange={() => onPlace({ span })}
          />
        ))}
      </fieldset>
      {place.span === 'typed' && (
        <div className="grid max-w-xl grid-cols-1 items-start gap-3 sm:grid-cols-2">
          <TextField
            type="datetime-local"
            label={t('shift.from', { zone })}
            value={place.from}
            error={fault !== null && wrongFrom ? t(`shift.range.${fault}`) : undefined}
            onChange={({ target }) => onPlace({ from: target.value })}
          />
          <TextField
            type="datetime-local"
            label={t('shift.to', { zone })}
            value={place.to}
            error={fault !== null && !wrongFrom ? t(`shift.range.${fault}`) : undefined}
            onChange={({ target }) => onPlace({ to: target.value })}
          />
        </div>
      )}
    </div>
  );
}
