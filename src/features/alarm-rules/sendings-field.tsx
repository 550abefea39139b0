import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { type EventSending, sendingKinds } from '../../api/event-sending.ts';
import { sendingPlacesQuery } from '../../device-access/alarm-rules.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { FieldFault } from './field-fault.tsx';
import { newKey } from './rule-draft.ts';
import type { RulePartProps } from './rule-part.ts';
import { SendingFields } from './sending-fields.tsx';

const mostSendings = 8;

/** What goes to devices as soon as the rule raises an alarm. */
export function SendingsField({ draft, faults, cameras, onChange }: RulePartProps): ReactElement {
  const places = useQuery({ ...sendingPlacesQuery(), retry: false });
  const { sendings } = draft;
  const devices = places.data?.devices ?? [];
  const offered = sendingKinds.filter((kind) => devices.some(({ kinds }) => kinds.includes(kind)));
  const change = (key: string, sending: EventSending) =>
    onChange({ sendings: sendings.map((row) => (row.key === key ? { key, sending } : row)) });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t('rules.sendings')}</legend>
      <p className="text-xs text-text-2">{t('rules.sendings.hint')}</p>
      {places.error !== null && (
        <p role="status" className="text-sm text-text-2">
          {t('rules.sendings.failed', { why: problemText(problemOf(places.error)).what })}
        </p>
      )}
      {places.data !== undefined && offered.length === 0 && (
        <p className="text-sm text-text-2">{t('rules.sendings.nobody')}</p>
      )}
      {sendings.map(({ key, sending }, position) => (
        <fieldset key={key} className="relative rounded-control border border-line p-3">
          <legend className="sr-only">{t('rules.sending.row', { position: position + 1 })}</legend>
          <IconButton
            icon={X}
            label={t('rules.sending.remove', { position: position + 1 })}
            className="absolute end-2 top-2"
            onClick={() => onChange({ sendings: sendings.filter((row) => row.key !== key) })}
          />
          <SendingFields
            sending={sending}
            devices={devices}
            cameras={cameras}
            onChange={(next) => change(key, next)}
          />
          <FieldFault fault={faults[`sendings:${key}`]} />
        </fieldset>
      ))}
      {sendings.length < mostSendings && (
        <div className="flex flex-wrap gap-2">
          {offered.map((kind) => (
            <Button
              key={kind}
              onClick={() =>
                onChange({
                  sendings: [...sendings, { key: newKey(), sending: emptySending(kind) }],
                })
              }
            >
              {t(`rules.sending.add.${kind}`)}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

function emptySending(kind: EventSending['kind']): EventSending {
  switch (kind) {
    case 'plate':
      return { kind, deviceId: '', zoneCode: '', plate: '' };
    case 'call':
      return { kind, deviceId: '', deviceName: '', caller: '', active: true };
    case 'mark':
      return { kind, cameraId: '', title: '', comment: '', presetId: null, backup: null };
    case 'motion':
      return { kind, cameraId: '' };
  }
}
