import { t } from '../../messages/t.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PresetChoice } from './preset-choice.tsx';
import type { KindFieldsProps } from './sending-form.ts';

const spans = [
  { field: 'beforeSeconds', label: 'send.mark.before' },
  { field: 'afterSeconds', label: 'send.mark.after' },
] as const;

export function MarkFields({ draft, faults, onChange }: KindFieldsProps) {
  return (
    <>
      <TextField
        label={t('send.mark.title')}
        hint={t('send.mark.titleHint')}
        value={draft.title}
        maxLength={120}
        autoComplete="off"
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <TextArea
        prose
        label={t('send.mark.comment')}
        value={draft.comment}
        maxLength={500}
        rows={2}
        onChange={({ target }) => onChange({ comment: target.value })}
      />
      {draft.cameraId !== '' && (
        <PresetChoice
          cameraId={draft.cameraId}
          presetId={draft.presetId}
          onPreset={(presetId) => onChange({ presetId })}
        />
      )}
      <CheckField
        label={t('send.mark.copy')}
        checked={draft.keeps}
        onChange={({ target }) => onChange({ keeps: target.checked })}
      />
      {draft.keeps && (
        <div className="grid grid-cols-2 items-start gap-4">
          {spans.map(({ field, label }) => {
            const fault = faults[field];
            return (
              <TextField
                key={field}
                label={t(label)}
                inputMode="numeric"
                value={draft[field]}
                maxLength={4}
                autoComplete="off"
                error={fault && t(`send.fault.${fault}`)}
                onChange={({ target }) => onChange({ [field]: target.value })}
              />
            );
          })}
        </div>
      )}
    </>
  );
}
