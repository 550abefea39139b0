import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';

/** What whoever made the rule wants done. */
export function Procedure({ text }: { readonly text: string }): ReactElement {
  return (
    <section className="rounded-control border border-line-ui bg-raised p-3">
      <h2 className="mb-1 text-sm font-semibold">{t('alarm.procedure')}</h2>
      {text === '' ? (
        <p className="text-text-2">{t('alarm.procedure.none')}</p>
      ) : (
        <p dir="auto" className="text-base whitespace-pre-wrap wrap-anywhere">
          {text}
        </p>
      )}
    </section>
  );
}
