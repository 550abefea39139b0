import { type ComponentProps, type ReactElement, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { controlLook, describedBy, Field } from './field.tsx';

export type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id'> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
};

/** Several lines of code, which read from left to right in every language. */
export function TextArea(props: TextAreaProps): ReactElement {
  const { label, hint, error, className, ...area } = props;
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <textarea
        {...area}
        id={id}
        dir="ltr"
        spellCheck={false}
        autoCapitalize="off"
        className={classNames(controlLook, 'block resize-y py-2 font-mono text-xs')}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Field>
  );
}
