import { useQueryClient } from '@tanstack/react-query';
import type { CaseItem } from '../../api/cases.ts';
import {
  caseChanged,
  casesChanged,
  removeCaseItem,
  restoreCaseItem,
} from '../../device-access/cases.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { caseFaultText } from '../../messages/case-fault-text.ts';
import { t } from '../../messages/t.ts';
import { showToast } from '../../ui/toast-store.ts';

/** Takes something out at once, and offers to put it back as it was. */
export function useTakeOut(caseId: string): (item: CaseItem) => Promise<void> {
  const client = useQueryClient();
  const failed = (id: 'cases.entry.remove.failed' | 'cases.entry.restore.failed', fault: unknown) =>
    showToast({ tone: 'failed', text: t(id, { todo: caseFaultText(problemOf(fault)) }) });
  const putBack = async (item: CaseItem) => {
    try {
      caseChanged(client, await restoreCaseItem(caseId, item));
      showToast({ tone: 'done', text: t('cases.entry.restored') });
    } catch (fault) {
      failed('cases.entry.restore.failed', fault);
      casesChanged(client);
    }
  };
  return async (item) => {
    try {
      await removeCaseItem(caseId, item);
      showToast({
        tone: 'done',
        text: t('cases.entry.removed'),
        action: { label: t('cases.entry.undo'), run: () => void putBack(item) },
      });
    } catch (fault) {
      failed('cases.entry.remove.failed', fault);
    }
    casesChanged(client);
  };
}
