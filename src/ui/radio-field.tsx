import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type RadioFieldProps = Omit<ComponentProps<'input'>, 'type'> & {
  readonly label: ReactNode;
};

/** One of several answers; those of one name exclude each other. The whole line is the target. */
export function RadioField({ label, className, ...input }: RadioFieldProps): ReactElement {
  return (
    <label
      className={classNames(
        'flex min-h-8 cursor-pointer items-center gap-2.5 text-sm pointer-coarse:min-h-11',
        'has-disabled:cursor-not-allowed has-disabled:opacity-50',
        className,
      )}
    >
      <input
        {...input}
        type="radio"
        className="size-5 shrink-0 appearance-none rounded-full border border-line-ui bg-canvas checked:border-[6px] checked:border-accent forced-colors:appearance-auto"
      />
      <span className="min-w-0 wrap-anywhere">{label}</span>
    </label>
  );
}
