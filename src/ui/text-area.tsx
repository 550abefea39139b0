import { type ComponentProps, type ReactElement, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { controlLook, describedBy, Field } from './field.tsx';

export type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id'> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Words for people; else code, which reads from left to right in every language. */
  readonly prose?: boolean;
};

/** Several lines of text. */
export function TextArea(props: TextAreaProps): ReactElement {
  const { label, hint, error, prose = false, className, ...area } = props;
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <textarea
        {...area}
        id={id}
        {...(prose ? { dir: 'auto' } : code)}
        className={classNames(controlLook, 'block resize-y py-2', !prose && 'font-mono text-xs')}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Field>
  );
}

const code = { dir: 'ltr', spellCheck: false, autoCapitalize: 'off' } as const;
