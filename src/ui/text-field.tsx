import { type ComponentProps, type ReactElement, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { controlLook, describedBy, Field } from './field.tsx';

export type TextFieldProps = Omit<ComponentProps<'input'>, 'id'> & {
  readonly label: ReactNode;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly inputClassName?: string;
};

export function TextField(props: TextFieldProps): ReactElement {
  const { label, labelHidden, hint, error, className, inputClassName, ...input } = props;
  const id = useId();
  return (
    <Field
      id={id}
      label={label}
      labelHidden={labelHidden}
      hint={hint}
      error={error}
      className={className}
    >
      <input
        {...input}
        id={id}
        className={classNames(controlLook, inputClassName)}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Field>
  );
}
