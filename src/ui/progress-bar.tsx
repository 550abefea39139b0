import { type ReactElement, useId } from 'react';
import { classNames } from './class-names.ts';

export interface ProgressBarProps {
  readonly value: number;
  readonly max: number;
  /** What is being done and how far it is; shown above the bar, as its name. */
  readonly label: string;
  readonly className?: string | undefined;
}

/** Drawn by us, since the reset of borders ends the native look; with forced colours native again. */
const look = [
  'h-2 w-full appearance-none overflow-hidden rounded-full bg-line forced-colors:appearance-auto',
  '[&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent',
  '[&::-moz-progress-bar]:bg-accent',
].join(' ');

/** Something of a known length is being done. */
export function ProgressBar({ value, max, label, className }: ProgressBarProps): ReactElement {
  const id = useId();
  return (
    <div className={classNames('flex max-w-80 flex-col gap-1', className)}>
      <span id={id} className="text-xs text-text-2">
        {label}
      </span>
      <progress aria-labelledby={id} value={value} max={max} className={look} />
    </div>
  );
}
