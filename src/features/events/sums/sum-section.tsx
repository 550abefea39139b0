import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { problemOf } from '../../../device-access/request-problem.ts';
import { problemText } from '../../../messages/problem-text.ts';
import { t } from '../../../messages/t.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useNarrow } from '../../../ui/use-narrow.ts';
import type { Summed } from './use-sum.ts';

export interface SumSectionProps {
  readonly title: string;
  readonly summed: Pick<Summed<unknown>, 'fault' | 'again' | 'knownFromMs'>;
  /** Said where there is no line, once that is known. */
  readonly empty: string;
  readonly count: number;
  /** What is said of them while they are folded away. */
  readonly closed: string;
  /** Nothing else stands in the pane. */
  readonly alone: boolean;
  readonly children: ReactNode;
}

/** What the last minutes come to, above the rows. */
export function SumSection(props: SumSectionProps): ReactElement {
  const { title, summed, empty, count, closed, alone, children } = props;
  const narrow = useNarrow();
  const [unfolded, setUnfolded] = useState(!narrow);
  const Icon = unfolded ? ChevronDown : ChevronRight;
  const { fault, again, knownFromMs } = summed;
  return (
    <section
      aria-label={title}
      className={classNames(
        'relative overflow-y-auto overscroll-contain border-b border-line px-3 py-1',
        alone ? 'min-h-0 grow' : 'max-h-[30%] shrink-0',
      )}
    >
      <h3 className="text-xs font-semibold text-text-2">
        {alone ? (
          title
        ) : (
          <button
            type="button"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
            className="-ms-1 inline-flex min-h-6 items-center gap-1 rounded-control px-1 hover:bg-hover hover:text-text pointer-coarse:min-h-11"
          >
            <Icon aria-hidden className="size-4 rtl:-scale-x-100" />
            {title}
            {!unfolded && <span className="font-normal">{closed}</span>}
          </button>
        )}
      </h3>
      {(alone || unfolded) && (
        <>
          {fault !== null && (
            <p className="flex flex-wrap items-center gap-x-3 text-xs text-text-2">
              {t('events.sum.failed', { todo: problemText(problemOf(fault)).todo })}
              <Button look="quiet" onClick={again}>
                {t('events.again')}
              </Button>
            </p>
          )}
          {count > 0 ? (
            <ul>{children}</ul>
          ) : (
            <p className="min-h-6 text-xs text-text-2">
              {knownFromMs === null ? fault === null && t('events.sum.reading') : empty}
            </p>
          )}
        </>
      )}
    </section>
  );
}
