import { useId } from 'react';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';

export interface SwitchFieldProps {
  readonly label: string;
  /** Its name where the label beside it says only how it stands. */
  readonly name?: string;
  readonly on: boolean;
  /** What it was switched to is being done; it shows what holds until then. */
  readonly busy: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** Something that is on or off, and can be switched. The whole line is the target. */
export function SwitchField({ label, name, on, busy, onSwitch }: SwitchFieldProps) {
  const id = useId();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      {...(name === undefined ? { 'aria-labelledby': id } : { 'aria-label': name })}
      aria-busy={busy}
      aria-disabled={busy}
      className="-mx-1 flex min-h-8 w-[calc(100%+0.5rem)] items-center gap-2.5 rounded-control px-1 text-start text-sm hover:bg-hover aria-disabled:cursor-progress pointer-coarse:min-h-11"
      onClick={() => !busy && onSwitch(!on)}
    >
      <span id={id} className="min-w-0 grow wrap-anywhere">
        {label}
      </span>
      {busy && <Spinner />}
      <span
        aria-hidden
        className={classNames(
          'flex h-5 w-9 shrink-0 items-center rounded-full border p-0.5 transition-colors duration-150',
          on ? 'justify-end border-accent bg-accent' : 'justify-start border-line-ui bg-canvas',
        )}
      >
        <span className={classNames('size-3.5 rounded-full', on ? 'bg-black' : 'bg-line-ui')} />
      </span>
    </button>
  );
}
