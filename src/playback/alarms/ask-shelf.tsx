import { type ReactElement, useId, useState } from 'react';
import { connectionState } from '../../device-access/connection-state.ts';
import { t } from '../../messages/t.ts';
import { RadioField } from '../../ui/radio-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AskButtons } from './ask-buttons.tsx';
import type { AskProps } from './ask-props.ts';

const minuteMs = 60_000;
const longest = 500;
const choices = [5, 15, 60, 480] as const;

/** For how long an alarm is put on the shelf, and why. */
export function AskShelf({ handling }: AskProps): ReactElement {
  const name = useId();
  const [minutes, setMinutes] = useState<number>(choices[1]);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const why = reason.trim();
        if (why === '') {
          setMissing(true);
          return;
        }
        const nowMs = Date.now() + connectionState.getState().clockSkewMs;
        handling.finish({ kind: 'shelve', untilMs: nowMs + minutes * minuteMs, reason: why });
      }}
    >
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('alarms.shelve.for')}</legend>
        <div className="flex flex-wrap gap-x-5">
          {choices.map((choice) => (
            <RadioField
              key={choice}
              name={name}
              label={t('alarms.shelve.time', { minutes: choice })}
              checked={minutes === choice}
              onChange={() => setMinutes(choice)}
            />
          ))}
        </div>
      </fieldset>
      <TextField
        label={t('alarms.shelve.why')}
        hint={t('alarms.shelve.hint')}
        value={reason}
        maxLength={longest}
        onChange={(event) => setReason(event.target.value)}
        error={isMissing && reason.trim() === '' ? t('alarms.why.missing') : undefined}
      />
      <AskButtons kind="shelve" onCancel={handling.cancel} />
    </form>
  );
}
