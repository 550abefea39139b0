import { ChevronDown } from 'lucide-react';
import { type ComponentProps, type ReactElement, type ReactNode, useId } from 'react';
import { controlLook, describedBy, Field } from './field.tsx';

export type SelectFieldProps = Omit<ComponentProps<'select'>, 'id' | 'children'> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** The platform's own list: it fits every phone and every screen reader. */
export function SelectField(props: SelectFieldProps): ReactElement {
  const { label, hint, error, options, className, ...select } = props;
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <div className="relative">
        <select
          {...select}
          id={id}
          className={`${controlLook} appearance-none truncate pe-9`}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy(id, hint, error)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-text-2"
        />
      </div>
    </Field>
  );
}
