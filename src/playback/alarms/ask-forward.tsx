import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { alarmPeopleQuery } from '../../device-access/alarm-queries.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { AskButtons } from './ask-buttons.tsx';
import type { AskProps } from './ask-props.ts';

/** To whom an alarm is forwarded: those who may handle it. */
export function AskForward({ handling }: AskProps): ReactElement {
  const { alarm } = handling.shown;
  const answer = useQuery(alarmPeopleQuery(alarm.id));
  const [chosen, setChosen] = useState('');
  const [isMissing, setMissing] = useState(false);
  const people = answer.data?.filter(({ id }) => id !== handling.hands.personId);
  const to = people?.find(({ id }) => id === chosen);

  if (people === undefined || people.length === 0) {
    const why = answer.isError ? 'failed' : people === undefined ? 'reading' : 'nobody';
    return (
      <div className="flex flex-wrap items-center gap-3">
        <span role="status">{t(`alarms.forward.${why}`)}</span>
        <Button look="quiet" onClick={handling.cancel}>
          {t('alarms.do.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (to === undefined) setMissing(true);
        else handling.finish({ kind: 'forward', toPersonId: to.id }, { id: to.id, name: to.name });
      }}
    >
      <SelectField
        autoFocus
        label={t('alarms.forward.to')}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        options={[
          { value: '', label: t('alarms.forward.choose') },
          ...people.map(({ id, name, present }) => ({
            value: id,
            label: present ? t('alarms.forward.present', { name }) : name,
          })),
        ]}
        error={isMissing && to === undefined ? t('alarms.forward.choose') : undefined}
      />
      <AskButtons kind="forward" onCancel={handling.cancel} />
    </form>
  );
}
