import type { ReactElement } from 'react';
import type { AuditVerdict } from '../../api/audit.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { EntryTime } from './entry-words.tsx';

export interface VerdictNoticeProps {
  readonly verdict: AuditVerdict;
  readonly zone: string;
  readonly onShow: (number: number) => void;
  readonly onClose: () => void;
}

/** What verifying the record came to, in words. */
export function VerdictNotice(props: VerdictNoticeProps): ReactElement {
  const { verdict, zone, onShow, onClose } = props;
  const { entries, first, last, fault, removed, head } = verdict;
  return (
    <Notice
      tone={fault === undefined ? 'done' : 'error'}
      title={
        fault === undefined
          ? t('audit.verify.whole', { entries })
          : t('audit.verify.broken', { number: fault.number })
      }
      actions={
        <>
          {fault !== undefined && fault.number > 0 && (
            <Button onClick={() => onShow(fault.number)}>{t('audit.verify.show')}</Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t('audit.verify.close')}
          </Button>
        </>
      }
    >
      {fault !== undefined && (
        <>
          <p>{t(`audit.fault.${fault.kind}`)}</p>
          <p>{t('audit.verify.count', { count: fault.count, entries })}</p>
        </>
      )}
      {fault === undefined && first && last && (
        <p>
          {t('audit.verify.first', { number: first.number })}{' '}
          <EntryTime atMs={first.atMs} zone={zone} />{' '}
          {t('audit.verify.last', { number: last.number })}{' '}
          <EntryTime atMs={last.atMs} zone={zone} /> {zone}
        </p>
      )}
      {removed && (
        <p>
          {t('audit.verify.removed', { entries: removed.entries })}{' '}
          <EntryTime atMs={removed.untilMs} zone={zone} />
          {removed.misfits > 0 &&
            ` ${t('audit.verify.removedMisfits', { count: removed.misfits })}`}
        </p>
      )}
      {head && fault === undefined && (
        <p>{t('audit.verify.head', { head: `${head.number}:${head.mac}` })}</p>
      )}
    </Notice>
  );
}
