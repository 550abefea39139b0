import { ChevronRight } from 'lucide-react';
import type { Dispatch, ReactElement, SetStateAction } from 'react';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';
import { FieldControl } from './field-control.tsx';
import type { FormField } from './form-fields.ts';
import { type FieldErrors, type FormValues, fieldKey, type Place } from './form-values.ts';

export interface FieldGridProps {
  readonly place: Place;
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly onValues: Dispatch<SetStateAction<FormValues>>;
}

/** More optional parameters than this fold away. */
const mostOpen = 6;

/** What has to be given stands open; many parameters that may be left out fold away. */
export function FieldGrid({ place, fields, ...rest }: FieldGridProps): ReactElement | null {
  const { values, errors, onValues } = rest;
  if (fields.length === 0) return null;
  const needed = fields.filter(({ required }) => required);
  const optional = fields.filter(({ required }) => !required);
  const isFaulty = optional.some(({ name }) => errors[fieldKey(place, name)] !== undefined);
  const grid = (list: readonly FormField[]) => (
    <div
      className={classNames(
        'grid items-start gap-x-4 gap-y-3',
        list.length > 1 ? 'sm:grid-cols-2 xl:grid-cols-3' : 'sm:max-w-md',
      )}
    >
      {list.map((field) => {
        const key = fieldKey(place, field.name);
        return (
          <FieldControl
            key={key}
            field={field}
            text={values.texts[key] ?? ''}
            error={errors[key]}
            onText={(text) =>
              onValues((before) => ({ ...before, texts: { ...before.texts, [key]: text } }))
            }
          />
        );
      })}
    </div>
  );
  return (
    <>
      {needed.length > 0 && grid(needed)}
      {optional.length > 0 && optional.length <= mostOpen && grid(optional)}
      {optional.length > mostOpen && (
        <details open={isFaulty || needed.length === 0} className="group">
          <summary className="flex min-h-8 pointer-coarse:min-h-11 cursor-pointer items-center gap-1 text-sm text-text-2 hover:text-text">
            <ChevronRight
              aria-hidden
              className="-ms-0.5 size-4 shrink-0 group-open:rotate-90 rtl:rotate-180 rtl:group-open:rotate-90"
            />
            {`${t('console.form.optional')} (${optional.length})`}
          </summary>
          <div className="pt-2">{grid(optional)}</div>
        </details>
      )}
    </>
  );
}
