import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { FailureMark } from './failure-mark.tsx';
import type { Shade } from './hour-facts.ts';
import { shadeLook } from './proof-look.ts';

const examples: readonly (readonly [Shade, string])[] = [
  ['whole', '60'],
  ['most', '45'],
  ['some', '15'],
  ['none', '0'],
  ['unknown', '?'],
];

export function ProofLegend(): ReactElement {
  return (
    <ul
      aria-label={t('proof.legend')}
      className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-text-2"
    >
      {examples.map(([shade, text]) => (
        <li key={shade} className="flex items-center gap-2">
          <span
            aria-hidden
            className={`grid h-6 w-7 place-items-center rounded-sm text-xs ${shadeLook[shade]}`}
          >
            {text}
          </span>
          {t(`proof.legend.${shade}`)}
        </li>
      ))}
      <li className="flex items-center gap-2">
        <span aria-hidden className="relative h-6 w-7 rounded-sm bg-recorded/50">
          <FailureMark />
        </span>
        {t('proof.legend.failure')}
      </li>
    </ul>
  );
}
