import type { ReactElement } from 'react';
import { askConfirmation } from '../../device-access/confirmation.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface ReadFaultProps {
  readonly fault: Error;
  readonly onAgain: () => void;
}

/** Why exports are not read, above what was read before. */
export function ReadFault({ fault, onAgain }: ReadFaultProps): ReactElement {
  const problem = problemOf(fault);
  if (problem.reason === 'confirm-needed') {
    const unlock = async () => {
      if (await askConfirmation()) onAgain();
    };
    return (
      <Notice
        tone="info"
        title={t('exports.locked')}
        actions={<Button onClick={() => void unlock()}>{t('account.menu.unlock')}</Button>}
      >
        {t('exports.locked.text')}
      </Notice>
    );
  }
  return (
    <Notice
      tone="error"
      title={t('exports.failed')}
      actions={<Button onClick={onAgain}>{t('exports.retry-read')}</Button>}
    >
      {problemText(problem).todo}
    </Notice>
  );
}
