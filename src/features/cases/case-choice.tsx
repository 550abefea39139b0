import { FolderOpen, FolderPlus } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useId } from 'react';
import { useSiteZone } from '../../device-access/use-site-zone.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { TextField } from '../../ui/text-field.tsx';
import { type Choice, keyOf } from './case-choices.ts';

export interface CaseChoiceProps {
  readonly typed: string;
  readonly longest: number;
  readonly choices: readonly Choice[];
  readonly wanted: Choice | undefined;
  readonly onType: (typed: string) => void;
  readonly onWant: (choice: Choice) => void;
}

/** A field that looks for cases; the arrows choose among what it found, and the form's Enter takes it. */
export function CaseChoice(props: CaseChoiceProps): ReactElement {
  const { typed, longest, choices, wanted, onType, onWant } = props;
  const listId = useId();
  const zone = useSiteZone();
  const active = wanted && `${listId}-${keyOf(wanted)}`;
  useEffect(() => {
    if (active) document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = wanted ? choices.indexOf(wanted) : -1;
    const next = choices[Math.min(choices.length - 1, Math.max(0, at + by))];
    if (next) onWant(next);
  };
  return (
    <div className="flex flex-col gap-2">
      <TextField
        type="text"
        role="combobox"
        label={t('cases.add.find')}
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active}
        autoComplete="off"
        maxLength={longest}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('cases.add.choices')}
        className="relative flex max-h-72 flex-col gap-1 overflow-y-auto"
      >
        {choices.map((choice) => (
          <div
            key={keyOf(choice)}
            id={`${listId}-${keyOf(choice)}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice === wanted}
            className="flex min-h-9 cursor-pointer items-start gap-2.5 rounded-control border border-transparent px-3 py-1.5 hover:bg-hover aria-selected:border-accent aria-selected:bg-raised pointer-coarse:min-h-11"
            // The field keeps the keys.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onWant(choice)}
            onKeyDown={press}
          >
            {choice.kind === 'new' ? (
              <>
                <FolderPlus aria-hidden className="mt-0.5 size-4 shrink-0" />
                <span className="min-w-0 wrap-anywhere">
                  {t('cases.add.new', { title: choice.title })}
                </span>
              </>
            ) : (
              <>
                <FolderOpen aria-hidden className="mt-0.5 size-4 shrink-0" />
                <span className="min-w-0 wrap-anywhere">
                  <bdi className="font-medium">{choice.line.title}</bdi>
                  <span className="block text-xs text-text-2 tabular-nums">
                    {t('cases.by', {
                      name: choice.line.by.name,
                      when: momentInZone(choice.line.changedAtMs, zone),
                    })}
                  </span>
                </span>
              </>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
