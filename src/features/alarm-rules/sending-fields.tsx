import type { ReactElement } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { EventSending } from '../../api/event-sending.ts';
import type { SendingPlaces } from '../../device-access/alarm-rules.ts';
import { t } from '../../messages/t.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Of<Kind extends EventSending['kind']> = Extract<EventSending, { kind: Kind }>;

export interface SendingFieldsProps<Sending extends EventSending = EventSending> {
  readonly sending: Sending;
  readonly devices: SendingPlaces['devices'];
  readonly cameras: readonly CameraView[];
  readonly onChange: (sending: EventSending) => void;
}

/** One event that the rule sends, by its kind. */
export function SendingFields(props: SendingFieldsProps): ReactElement {
  const { sending } = props;
  return (
    <div className="grid gap-3 pe-10 sm:grid-cols-2">
      <p className="font-medium sm:col-span-2">{t(`rules.sending.${sending.kind}`)}</p>
      <PlaceField {...props} />
      {sending.kind === 'plate' && <PlateFields {...props} sending={sending} />}
      {sending.kind === 'call' && <CallFields {...props} sending={sending} />}
      {sending.kind === 'mark' && <MarkFields {...props} sending={sending} />}
    </div>
  );
}

/** A device for what concerns all of it, else a camera. */
function PlaceField({ sending, devices, cameras, onChange }: SendingFieldsProps): ReactElement {
  const able = devices.filter(({ kinds }) => kinds.includes(sending.kind));
  const ofCamera = 'cameraId' in sending;
  const value = ofCamera ? sending.cameraId : sending.deviceId;
  const found = ofCamera
    ? able.flatMap(({ cameraIds }) =>
        cameraIds.map((id) => ({
          value: id,
          label: cameras.find((camera) => camera.id === id)?.name ?? id,
        })),
      )
    : able.map(({ deviceId, name }) => ({ value: deviceId, label: name }));
  const known = value === '' || found.some((option) => option.value === value);
  return (
    <SelectField
      label={t(ofCamera ? 'rules.sending.camera' : 'rules.sending.device')}
      value={value}
      options={[
        { value: '', label: t('rules.sending.choose') },
        ...found,
        ...(known ? [] : [{ value, label: t('rules.sending.unseen') }]),
      ]}
      onChange={({ target }) =>
        onChange(
          'cameraId' in sending
            ? { ...sending, cameraId: target.value }
            : { ...sending, deviceId: target.value },
        )
      }
    />
  );
}

function PlateFields({ sending, onChange }: SendingFieldsProps<Of<'plate'>>): ReactElement {
  return (
    <>
      <TextField
        label={t('rules.sending.plate.text')}
        maxLength={120}
        value={sending.plate}
        onChange={(event) => onChange({ ...sending, plate: event.target.value })}
      />
      <TextField
        label={t('rules.sending.zone')}
        maxLength={120}
        value={sending.zoneCode}
        onChange={(event) => onChange({ ...sending, zoneCode: event.target.value })}
      />
    </>
  );
}

function CallFields({ sending, onChange }: SendingFieldsProps<Of<'call'>>): ReactElement {
  return (
    <>
      <TextField
        label={t('rules.sending.caller')}
        maxLength={120}
        value={sending.caller}
        onChange={(event) => onChange({ ...sending, caller: event.target.value })}
      />
      <TextField
        label={t('rules.sending.place')}
        maxLength={120}
        value={sending.deviceName}
        onChange={(event) => onChange({ ...sending, deviceName: event.target.value })}
      />
      <SelectField
        label={t('rules.sending.call.state')}
        value={sending.active ? 'starts' : 'ends'}
        options={[
          { value: 'starts', label: t('rules.sending.call.starts') },
          { value: 'ends', label: t('rules.sending.call.ends') },
        ]}
        onChange={({ target }) => onChange({ ...sending, active: target.value === 'starts' })}
      />
    </>
  );
}

const usualBackup = { beforeSeconds: 30, afterSeconds: 60 };

function MarkFields({ sending, onChange }: SendingFieldsProps<Of<'mark'>>): ReactElement {
  return (
    <>
      <TextField
        label={t('rules.sending.title')}
        maxLength={120}
        value={sending.title}
        onChange={(event) => onChange({ ...sending, title: event.target.value })}
      />
      <TextField
        className="sm:col-span-2"
        label={t('rules.sending.comment')}
        maxLength={500}
        value={sending.comment}
        onChange={(event) => onChange({ ...sending, comment: event.target.value })}
      />
      <CheckField
        className="sm:col-span-2"
        label={t('rules.sending.backup', {
          before: usualBackup.beforeSeconds,
          after: usualBackup.afterSeconds,
        })}
        checked={sending.backup !== null}
        onChange={(event) =>
          onChange({ ...sending, backup: event.target.checked ? usualBackup : null })
        }
      />
    </>
  );
}
