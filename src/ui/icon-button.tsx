import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  readonly icon: LucideIcon;
  /** Spoken name, shown as the tooltip too. */
  readonly label: string;
  readonly pressed?: boolean | undefined;
};

/** A square of 32 px, 44 on touch screens. */
export function IconButton({ icon: Icon, label, pressed, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      className={classNames(
        'inline-flex size-8 pointer-coarse:size-11 shrink-0 items-center justify-center rounded-control',
        'text-text-2 transition-colors duration-150 hover:bg-hover hover:text-text',
        'disabled:cursor-not-allowed disabled:opacity-50',
        pressed && 'bg-hover text-accent',
        className,
      )}
      {...rest}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}
