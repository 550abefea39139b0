import { useQuery } from '@tanstack/react-query';
import { type ComponentType, type ReactElement, useId } from 'react';
import { camerasQuery } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { RadioField } from '../../ui/radio-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { CallFields } from './call-fields.tsx';
import { MarkFields } from './mark-fields.tsx';
import { PlateFields } from './plate-fields.tsx';
import {
  type KindFieldsProps,
  kindsOfDevice,
  offeredKinds,
  type SendingKind,
  type SendingPlace,
} from './sending-form.ts';

export interface SendingFieldsProps extends KindFieldsProps {
  readonly places: readonly SendingPlace[];
}

const fieldsOf: Readonly<Record<SendingKind, ComponentType<KindFieldsProps> | null>> = {
  plate: PlateFields,
  call: CallFields,
  mark: MarkFields,
  motion: null,
};

/** What happened, where, and what else the device wants to know of it. */
export function SendingFields(props: SendingFieldsProps): ReactElement {
  const { places, draft, faults, onChange } = props;
  const name = useId();
  const Fields = fieldsOf[draft.kind];
  return (
    <>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('send.kind')}</legend>
        {offeredKinds(places).map((kind) => (
          <RadioField
            key={kind}
            name={name}
            label={t(`send.kind.${kind}`)}
            checked={draft.kind === kind}
            onChange={() => onChange({ kind })}
          />
        ))}
      </fieldset>
      <p className="rounded-control border border-line bg-raised px-3 py-2 text-sm text-text-2">
        {t(`send.does.${draft.kind}`)}
      </p>
      {kindsOfDevice.includes(draft.kind) ? (
        <DeviceChoice {...props} />
      ) : (
        <CameraChoice {...props} />
      )}
      {Fields && <Fields draft={draft} faults={faults} onChange={onChange} />}
    </>
  );
}

function DeviceChoice({ places, draft, faults, onChange }: SendingFieldsProps) {
  const options = places
    .filter(({ kinds }) => kinds.includes(draft.kind))
    .map(({ deviceId, name }) => ({ value: deviceId, label: name }));
  return (
    <SelectField
      label={t('send.device')}
      value={draft.deviceId}
      options={options}
      error={faults.deviceId && t(`send.fault.${faults.deviceId}`)}
      onChange={({ target }) => onChange({ deviceId: target.value })}
    />
  );
}

function CameraChoice({ places, draft, faults, onChange }: SendingFieldsProps) {
  const cameras = useQuery(camerasQuery()).data ?? [];
  const options = places
    .filter(({ kinds }) => kinds.includes(draft.kind))
    .flatMap(({ name: device, cameraIds }) =>
      cameraIds.map((value) => {
        const camera = cameras.find(({ id }) => id === value)?.name ?? value;
        return { value, label: t('send.cameraOf', { camera, device }) };
      }),
    );
  return (
    <SelectField
      label={t('send.camera')}
      value={draft.cameraId}
      options={[{ value: '', label: t('send.camera.choose') }, ...options]}
      error={faults.cameraId && t(`send.fault.${faults.cameraId}`)}
      onChange={({ target }) => onChange({ cameraId: target.value, presetId: '' })}
    />
  );
}
