import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';

export interface StepperProps {
  readonly label: string;
  readonly steps: readonly { readonly id: string; readonly label: string }[];
  /** Position of the step that is open, from 0; the number of steps once all are done. */
  readonly current: number;
  /** Spoken and, on a phone, shown: where in the order the open step stands. */
  readonly positionLabel: string;
  readonly doneLabel: string;
}

/** Where a person is on a way of several steps. On a phone: bars and the name of the open step. */
export function Stepper(props: StepperProps): ReactElement {
  const { label, steps, current, positionLabel, doneLabel } = props;
  return (
    <nav aria-label={label}>
      <ol className="flex items-center gap-2">
        {steps.map((step, position) => {
          const done = position < current;
          const open = position === current;
          return (
            <li
              key={step.id}
              aria-current={open ? 'step' : undefined}
              className="flex min-w-0 grow items-center gap-2 last:sm:grow-0"
            >
              <span className={classNames('hidden sm:flex', stepDot(done, open))}>
                {done ? <Check aria-label={doneLabel} className="size-4" /> : position + 1}
              </span>
              <span
                className={classNames(
                  'sr-only sm:not-sr-only sm:whitespace-nowrap',
                  open ? 'font-semibold text-text' : 'text-text-2',
                )}
              >
                {step.label}
              </span>
              <span
                aria-hidden
                className={classNames(
                  'h-1 grow rounded-full sm:h-px sm:min-w-4',
                  position === steps.length - 1 && 'sm:hidden',
                  done || open ? 'bg-accent' : 'bg-line',
                  open && 'sm:bg-line',
                )}
              />
            </li>
          );
        })}
      </ol>
      <p aria-hidden className="mt-2 text-xs text-text-2 sm:hidden">
        {positionLabel}
      </p>
    </nav>
  );
}

function stepDot(done: boolean, open: boolean): string {
  return classNames(
    'size-7 shrink-0 items-center justify-center rounded-full border text-sm',
    done && 'border-accent bg-accent text-black',
    open && 'border-accent font-semibold text-accent',
    !done && !open && 'border-line-ui text-text-2',
  );
}
