import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { Spinner } from '../../ui/spinner.tsx';

export interface ChoiceButtonsProps<T extends string> {
  readonly label: string;
  /** What holds now; null where nobody knows. */
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly text: ReactNode }[];
  /** Was chosen and is being done. */
  readonly pending: T | null;
  readonly onChoose: (value: T) => void;
}

/**
 * One of a few, each sent to a device when it is pressed. Buttons, since arrow keys through radio
 * fields would send every one on the way.
 */
export function ChoiceButtons<T extends string>(props: ChoiceButtonsProps<T>) {
  const { label, value, options, pending, onChoose } = props;
  return (
    <fieldset className="flex gap-0.5 rounded-control bg-canvas p-0.5" aria-busy={pending !== null}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          aria-disabled={pending !== null}
          className={classNames(
            'flex min-h-8 grow basis-0 items-center justify-center gap-1.5 rounded-[4px] px-1 text-center text-xs pointer-coarse:min-h-11',
            option.value === value
              ? 'bg-hover font-semibold text-text'
              : 'text-text-2 hover:text-text',
          )}
          onClick={() => pending === null && onChoose(option.value)}
        >
          {pending === option.value && <Spinner />}
          {option.text}
        </button>
      ))}
    </fieldset>
  );
}
