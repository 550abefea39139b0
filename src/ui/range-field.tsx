import { useId, useRef, useState } from 'react';
import { Spinner } from './spinner.tsx';

export interface RangeFieldProps {
  readonly label: string;
  readonly value: number;
  readonly maximum: number;
  /** A value in words, also while it is only being chosen. */
  readonly textOf: (value: number) => string;
  readonly busy: boolean;
  /** A value was chosen: the slider was let go, or a key. Done when `value` is what holds then. */
  readonly onChoose: (value: number) => Promise<void>;
}

/** A number between 0 and a maximum. Nothing is chosen while the slider is still being dragged. */
export function RangeField(props: RangeFieldProps) {
  const { label, value, maximum, textOf, busy, onChoose } = props;
  const id = useId();
  const [draft, setDraft] = useState<number | null>(null);
  /** Chosen and not yet passed on, since the one before is still being done. */
  const wanted = useRef<number | null>(null);
  const passing = useRef(false);

  const choose = async () => {
    if (draft === null) return;
    wanted.current = draft;
    if (passing.current) return;
    passing.current = true;
    let next: number | null = draft;
    while (next !== null) {
      const chosen: number = next;
      wanted.current = null;
      await onChoose(chosen);
      next = wanted.current;
      setDraft((now) => (now === chosen ? null : now));
    }
    passing.current = false;
  };
  const shown = draft ?? value;
  return (
    <div className="flex flex-col">
      <div className="flex items-center gap-2 text-sm">
        <label htmlFor={id} className="grow">
          {label}
        </label>
        {busy && <Spinner />}
        <output htmlFor={id} className="text-text-2">
          {textOf(shown)}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={maximum}
        value={shown}
        aria-valuetext={textOf(shown)}
        className="h-8 w-full cursor-pointer accent-accent pointer-coarse:h-11"
        onChange={(event) => setDraft(event.currentTarget.valueAsNumber)}
        onPointerUp={() => void choose()}
        onPointerCancel={() => setDraft(null)}
        onKeyUp={() => void choose()}
        onBlur={() => void choose()}
      />
    </div>
  );
}
