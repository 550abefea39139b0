import type { ReactElement, ReactNode } from 'react';
import { problemOf } from '../../../device-access/request-problem.ts';
import { problemText } from '../../../messages/problem-text.ts';
import { t } from '../../../messages/t.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import type { Summed } from './use-sum.ts';

export interface SumSectionProps {
  readonly title: string;
  readonly summed: Pick<Summed<unknown>, 'fault' | 'again' | 'knownFromMs'>;
  /** Said where there is no line, once that is known. */
  readonly empty: string;
  readonly count: number;
  /** Nothing else stands in the pane. */
  readonly alone: boolean;
  readonly children: ReactNode;
}

/** What the last minutes come to, above the rows. */
export function SumSection(props: SumSectionProps): ReactElement {
  const { title, summed, empty, count, alone, children } = props;
  const { fault, again, knownFromMs } = summed;
  return (
    <section
      aria-label={title}
      className={classNames(
        'relative overflow-y-auto overscroll-contain border-b border-line px-3 py-2',
        alone ? 'min-h-0 grow' : 'max-h-[35%] shrink-0',
      )}
    >
      <h3 className="text-xs font-semibold text-text-2">{title}</h3>
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
    </section>
  );
}
