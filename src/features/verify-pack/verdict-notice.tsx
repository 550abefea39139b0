import type { ReactElement } from 'react';
import type { PackVerdict } from '../../evidence/verify-pack.ts';
import { t } from '../../messages/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { type Conclusion, conclusionOf, type Signer } from './verdict-words.ts';

export interface VerdictNoticeProps {
  readonly verdict: PackVerdict;
  readonly signer: Signer;
}

const tones = {
  whole: 'done',
  'whole-other-key': 'info',
  'whole-unknown-key': 'info',
  unchecked: 'info',
  changed: 'error',
  'no-pack': 'error',
} as const satisfies Record<Conclusion, string>;
/** More than that are not read one by one. */
const mostFaults = 50;

/** Whether the pack is as it was written, and what exactly is not. */
export function VerdictNotice({ verdict, signer }: VerdictNoticeProps): ReactElement {
  const { faults, files } = verdict;
  const conclusion = conclusionOf(verdict, signer);
  return (
    <Notice tone={tones[conclusion]} title={t(`verify.verdict.${conclusion}`)}>
      <p>{t(`verify.verdict.${conclusion}.why`, { files })}</p>
      {conclusion === 'changed' && (
        <ul aria-label={t('verify.faults')} className="mt-2 flex flex-col gap-1">
          {faults.slice(0, mostFaults).map(({ kind, name }) => (
            <li key={`${kind} ${name}`}>
              <span className="font-medium text-text">{t(`verify.fault.${kind}`)}</span>
              {': '}
              <span className="font-mono text-xs">{name}</span>
            </li>
          ))}
          {faults.length > mostFaults && (
            <li>{t('verify.faults.more', { count: faults.length - mostFaults })}</li>
          )}
        </ul>
      )}
    </Notice>
  );
}
