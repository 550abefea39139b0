import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  cancelExport,
  checkExport,
  exportsChanged,
  removeExport,
  retryExport,
} from '../../device-access/exports.ts';
import { forgetOrdered, noteOrdered } from '../../device-access/ordered-exports.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { showToast } from '../../ui/toast-store.ts';

interface Act {
  readonly run: () => Promise<unknown>;
  readonly done: 'exports.cancelled' | 'exports.resumed' | 'exports.removed';
}

export interface ExportActions {
  readonly cancel: () => void;
  readonly retry: (password?: string) => void;
  readonly remove: () => void;
  /** Fetches the pack with the link that was pressed, once it is sure that it comes. */
  readonly download: (link: HTMLAnchorElement) => void;
  readonly isBusy: boolean;
  /** A try has shown that the proxy no longer knows the password of the files. */
  readonly wantsPassword: boolean;
  readonly forgoPassword: () => void;
}

/** Else the browser would keep a refusal as if it were a pack. */
async function downloadBy({ href }: HTMLAnchorElement, exportId: string): Promise<void> {
  try {
    await checkExport(exportId);
    const link = document.createElement('a');
    link.href = href;
    link.download = '';
    link.click();
  } catch (fault) {
    const words = { ...problemText(problemOf(fault)) };
    showToast({ tone: 'failed', text: t('exports.download.failed', words) });
  }
}

/** What a person does to an export; each says what came of it. */
export function useExportActions(exportId: string): ExportActions {
  const client = useQueryClient();
  const [wantsPassword, setWantsPassword] = useState(false);
  const act = useMutation({
    mutationFn: ({ run }: Act) => run(),
    onSuccess: (_, { done }) => {
      setWantsPassword(false);
      exportsChanged(client);
      // Behind it: what was read before still has the end of the try before.
      if (done === 'exports.resumed') noteOrdered(exportId);
      showToast({ tone: 'done', text: t(done) });
    },
    onError: (fault) => {
      const problem = problemOf(fault);
      if (problem.reason === 'invalid-input' && problem.detail === 'password') {
        setWantsPassword(true);
        return;
      }
      showToast({ tone: 'failed', text: t('exports.act.failed', { ...problemText(problem) }) });
      exportsChanged(client);
    },
  });
  return {
    cancel: () => {
      // Whoever ended it needs not be told that it ended.
      forgetOrdered(exportId);
      act.mutate({ run: () => cancelExport(exportId), done: 'exports.cancelled' });
    },
    retry: (password) =>
      act.mutate({ run: () => retryExport(exportId, password), done: 'exports.resumed' }),
    remove: () => {
      forgetOrdered(exportId);
      act.mutate({ run: () => removeExport(exportId), done: 'exports.removed' });
    },
    download: (link) => void downloadBy(link, exportId),
    isBusy: act.isPending,
    wantsPassword,
    forgoPassword: () => setWantsPassword(false),
  };
}
