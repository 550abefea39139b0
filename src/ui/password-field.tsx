import { Eye, EyeOff } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { controlLook, describedBy, Field } from './field.tsx';
import { IconButton } from './icon-button.tsx';
import type { TextFieldProps } from './text-field.tsx';

export type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'inputClassName' | 'labelHidden'> & {
  readonly showLabel: string;
  readonly hideLabel: string;
};

/** Shows only what was typed here, and only while asked to. Takes paste and password managers. */
export function PasswordField(props: PasswordFieldProps): ReactElement {
  const { label, hint, error, className, showLabel, hideLabel, ...input } = props;
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <div className="relative">
        <input
          autoComplete="current-password"
          spellCheck={false}
          autoCapitalize="off"
          {...input}
          id={id}
          type={shown ? 'text' : 'password'}
          className={`${controlLook} pe-11`}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy(id, hint, error)}
        />
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={shown ? hideLabel : showLabel}
          className="absolute end-0.5 top-1/2 -translate-y-1/2"
          onClick={() => setShown(!shown)}
        />
      </div>
    </Field>
  );
}
