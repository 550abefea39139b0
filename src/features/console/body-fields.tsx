import { type Dispatch, type ReactElement, type SetStateAction, useId, useState } from 'react';
import { type EndpointView, mostUploadBytes } from '../../api/console.ts';
import { t } from '../../messages/t.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FieldGrid } from './field-grid.tsx';
import type { FormField } from './form-fields.ts';
import { type FieldErrors, type FormValues, fileKey, jsonKey } from './form-values.ts';

export interface BodyFieldsProps {
  readonly endpoint: EndpointView;
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly onValues: Dispatch<SetStateAction<FormValues>>;
}

/** The body of a request: fields of a form, JSON as a whole, or one file. */
export function BodyFields(props: BodyFieldsProps): ReactElement | null {
  const { endpoint, fields, values, errors, onValues } = props;
  switch (endpoint.body) {
    case 'form':
      return (
        <FieldGrid
          place="body"
          fields={fields}
          values={values}
          errors={errors}
          onValues={onValues}
        />
      );
    case 'json':
      return (
        <TextArea
          label={t('console.json')}
          rows={8}
          value={values.json}
          error={errors[jsonKey] ?? errors[`query.${jsonKey}`] ?? deepError(errors)}
          onChange={(event) => {
            const json = event.target.value;
            onValues((before) => ({ ...before, json }));
          }}
        />
      );
    case 'upload':
      return <FileField values={values} errors={errors} onValues={onValues} />;
    default:
      return null;
  }
}

/** A fault somewhere inside the JSON, which has no field of its own. */
function deepError(errors: FieldErrors): string | undefined {
  return Object.entries(errors).find(([key]) => key.startsWith('body.'))?.[1];
}

function FileField({
  values,
  errors,
  onValues,
}: Pick<BodyFieldsProps, 'values' | 'errors' | 'onValues'>): ReactElement {
  const [fault, setFault] = useState<string>();
  const id = useId();
  async function choose(file: File | undefined) {
    const tooLarge = file !== undefined && file.size > mostUploadBytes;
    setFault(tooLarge ? t('console.file.tooLarge') : undefined);
    const base64 = file === undefined || tooLarge ? null : await toBase64(file);
    const chosen = base64 === null || file === undefined ? null : { name: file.name, base64 };
    onValues((before) => ({ ...before, file: chosen }));
  }
  return (
    <TextField
      key={id}
      type="file"
      label={t('console.file')}
      hint={values.file === null ? t('console.file.hint') : values.file.name}
      error={fault ?? errors[fileKey]}
      onChange={(event) => void choose(event.target.files?.[0])}
    />
  );
}

function toBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
