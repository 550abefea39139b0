import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { agoText } from '../../ui/ago-text.ts';

const justNowMs = 15_000;

export interface PastTimeProps {
  readonly atMs: number | undefined;
  readonly nowMs: number;
}

/** How long ago something was, with its date and time behind it. */
export function PastTime({ atMs, nowMs }: PastTimeProps): ReactElement {
  if (atMs === undefined) return <span className="text-text-2">{t('people.never')}</span>;
  const agoMs = nowMs - atMs;
  return (
    <time
      dateTime={new Date(atMs).toISOString()}
      title={new Date(atMs).toLocaleString()}
      className="whitespace-nowrap"
    >
      {agoMs < justNowMs ? t('people.justNow') : agoText(agoMs)}
    </time>
  );
}
