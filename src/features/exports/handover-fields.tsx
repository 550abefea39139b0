import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ExportForm } from './export-form.ts';

type Handover = Pick<ExportForm, 'name' | 'submitter' | 'recipient' | 'purpose'>;

export interface HandoverFieldsProps {
  readonly form: Handover;
  readonly onChange: (change: Partial<Handover>) => void;
}

const longestLine = 200;
const longestPurpose = 2000;

/** What stands in the manifest beside the recordings. */
export function HandoverFields({ form, onChange }: HandoverFieldsProps): ReactElement {
  const line = (field: 'name' | 'submitter' | 'recipient') => ({
    label: t(`exports.order.${field}`),
    value: form[field],
    maxLength: longestLine,
    autoComplete: 'off',
    dir: 'auto' as const,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      onChange({ [field]: currentTarget.value }),
  });
  return (
    <>
      <TextField {...line('name')} hint={t('exports.order.name.hint')} />
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField {...line('submitter')} />
        <TextField {...line('recipient')} />
      </div>
      <TextArea
        prose
        label={t('exports.order.purpose')}
        rows={2}
        maxLength={longestPurpose}
        value={form.purpose}
        onChange={({ currentTarget: { value } }) => onChange({ purpose: value })}
      />
    </>
  );
}
