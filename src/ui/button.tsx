import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

const looks = {
  primary: 'bg-accent text-black hover:brightness-110 font-semibold',
  plain: 'bg-raised text-text border border-line-ui hover:bg-hover',
  quiet: 'text-text-2 hover:bg-hover hover:text-text',
  danger: 'border border-p1 text-p1 hover:bg-p1 hover:text-black font-semibold',
} as const;

export type ButtonProps = ComponentProps<'button'> & { readonly look?: keyof typeof looks };

/** At least 32 px high, 44 on touch screens. A link that leads on like a button takes it too. */
export function buttonLook(look: keyof typeof looks, className?: string): string {
  return classNames(
    'inline-flex min-h-8 pointer-coarse:min-h-11 items-center justify-center gap-2 rounded-control px-3',
    'text-sm transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-50',
    'aria-disabled:cursor-not-allowed aria-disabled:opacity-50',
    looks[look],
    className,
  );
}

export function Button({ look = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={buttonLook(look, className)} {...rest} />;
}
