import type { ReactElement } from 'react';
import { isoInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { ExportForm, RangeEnd, ReadRange } from './export-form.ts';
import { lengthText } from './quantity-text.ts';

export interface RangeFieldsProps {
  readonly form: Pick<ExportForm, 'from' | 'to' | 'cameraIds'>;
  readonly read: ReadRange;
  readonly zone: string;
  /** The end that the server did not take. */
  readonly refused: 'from' | 'to' | null;
  readonly onChange: (change: Partial<Pick<ExportForm, 'from' | 'to'>>) => void;
}

/** Both ends as people type them, in a zone that is always named. */
export function RangeFields(props: RangeFieldsProps): ReactElement {
  const { form, read, zone, refused, onChange } = props;
  const { range } = read;
  const errorOf = (end: 'from' | 'to') => {
    const { fault } = read[end];
    if (fault !== null) return t(`exports.order.${fault}`);
    return refused === end ? t('exports.order.refused') : undefined;
  };
  return (
    <fieldset className="min-w-0">
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {(['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            label={t(`exports.order.${end}`)}
            hint={oddityText(read[end], zone)}
            error={errorOf(end)}
            value={form[end]}
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            inputClassName="tabular-nums"
            onChange={({ currentTarget: { value } }) => onChange({ [end]: value })}
          />
        ))}
      </div>
      <p className="mt-1 text-text-2 text-xs tabular-nums">
        {t('exports.order.zone', { zone })}
        {range !== null && (
          <span role="status" className="ms-3">
            {t('exports.order.chosen', {
              length: lengthText(range.toMs - range.fromMs),
              count: form.cameraIds.size,
            })}
          </span>
        )}
      </p>
    </fieldset>
  );
}

function oddityText({ time }: RangeEnd, zone: string): string | undefined {
  if (time === null || time.oddity === null) return undefined;
  const iso = isoInZone(time.atMs, zone);
  return t(`exports.order.${time.oddity}`, { time: iso.slice(11, 19), offset: iso.slice(-6) });
}
