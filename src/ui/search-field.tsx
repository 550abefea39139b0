import { type ReactElement, useState } from 'react';
import { TextField } from './text-field.tsx';

export interface SearchFieldProps {
  readonly label: string;
  readonly hint: string;
  /** What is searched for, which may follow what is typed a moment later. */
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

const longest = 128;

/** A field for words that stand in the address: a letter does not wait for it. */
export function SearchField({ label, hint, value, onSearch }: SearchFieldProps): ReactElement {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    // Cleared from elsewhere: what lags behind typing is never empty before the field is.
    if (value === '') setTyped('');
  }
  return (
    <TextField
      type="search"
      className="grow basis-56"
      label={label}
      placeholder={hint}
      value={typed}
      maxLength={longest}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onSearch(currentTarget.value);
      }}
    />
  );
}
