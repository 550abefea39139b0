import { Check } from 'lucide-react';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type CheckFieldProps = Omit<ComponentProps<'input'>, 'type'> & {
  readonly label: ReactNode;
  /** Leaves the label to screen readers. */
  readonly labelHidden?: boolean;
};

/** A checkbox whose whole line is the target. */
export function CheckField({
  label,
  labelHidden,
  className,
  ...input
}: CheckFieldProps): ReactElement {
  return (
    <label
      className={classNames(
        'flex min-h-8 min-w-8 pointer-coarse:min-w-11 pointer-coarse:min-h-11 cursor-pointer items-center gap-2.5 text-sm',
        'has-disabled:cursor-not-allowed has-disabled:opacity-50',
        className,
      )}
    >
      <span className="relative flex size-5 shrink-0">
        <input
          {...input}
          type="checkbox"
          className="peer size-5 appearance-none rounded border border-line-ui bg-canvas checked:border-accent checked:bg-accent forced-colors:appearance-auto"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none invisible absolute inset-0.5 size-4 text-black peer-checked:visible forced-colors:hidden"
        />
      </span>
      <span className={labelHidden ? 'sr-only' : 'min-w-0 wrap-anywhere'}>{label}</span>
    </label>
  );
}
