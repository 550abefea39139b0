import { classNames } from '../../ui/class-names.ts';

export interface ChoiceRowProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side. */
export function ChoiceRow<T extends string>(props: ChoiceRowProps<T>) {
  const { label, value, options, onChange } = props;
  return (
    <fieldset className="flex gap-0.5 rounded-control bg-canvas p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={classNames(
            'grid min-h-8 grow cursor-pointer place-items-center rounded-[4px] px-1 text-center text-xs pointer-coarse:min-h-11',
            'has-focus-visible:outline-2 has-focus-visible:outline-white',
            option.value === value
              ? 'bg-hover font-semibold text-text'
              : 'text-text-2 hover:text-text',
          )}
        >
          <input
            type="radio"
            name={label}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.text}
        </label>
      ))}
    </fieldset>
  );
}
