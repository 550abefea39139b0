import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FolderCheck, FolderOpen, Pencil, Printer, Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { Case, CaseChange } from '../../api/cases.ts';
import { caseChanged, casesChanged, changeCase, removeCase } from '../../device-access/cases.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { caseFaultText } from '../../messages/case-fault-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { showToast } from '../../ui/toast-store.ts';

export interface CaseActionsProps {
  readonly shown: Case;
  /** Whether whoever looks may change it. */
  readonly may: boolean;
  readonly onWrite: () => void;
  /** Leads away; resolves once nobody looks at the case any more. */
  readonly onLeave: () => Promise<void>;
}

export function CaseActions({ shown, may, onWrite, onLeave }: CaseActionsProps): ReactElement {
  const { id, title, text, revision, closed } = shown;
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const move = useMutation({
    mutationFn: (state: CaseChange['state']) => changeCase(id, { title, text, revision, state }),
    onSuccess: (changed) => {
      caseChanged(client, changed);
      showToast({ tone: 'done', text: t(changed.closed ? 'cases.finished' : 'cases.reopened') });
    },
    onError: (fault) => {
      casesChanged(client);
      const todo = caseFaultText(problemOf(fault));
      showToast({ tone: 'failed', text: t('cases.move.failed', { todo }) });
    },
  });
  const remove = useMutation({
    mutationFn: () => removeCase(id),
    onSuccess: () => showToast({ tone: 'done', text: t('cases.removed') }),
    onError: (fault) => {
      const todo = caseFaultText(problemOf(fault));
      showToast({ tone: 'failed', text: t('cases.remove.failed', { todo }) });
    },
    onSettled: () => casesChanged(client),
  });
  /** In this order: what is removed can be read no more. */
  const leaveAndRemove = async () => {
    setAsks(false);
    await onLeave();
    remove.mutate();
  };
  return (
    <>
      {may && closed === null && (
        <Button onClick={onWrite}>
          <Pencil aria-hidden className="size-4" />
          {t('cases.change')}
        </Button>
      )}
      {may && (
        <Button
          aria-disabled={move.isPending}
          onClick={() => move.isPending || move.mutate(closed ? 'open' : 'closed')}
        >
          {closed ? (
            <FolderOpen aria-hidden className="size-4" />
          ) : (
            <FolderCheck aria-hidden className="size-4" />
          )}
          {t(closed ? 'cases.reopen' : 'cases.finish')}
        </Button>
      )}
      <IconButton
        icon={Printer}
        label={t('cases.print')}
        className="max-sm:hidden"
        onClick={() => window.print()}
      />
      {may && <IconButton icon={Trash2} label={t('cases.remove')} onClick={() => setAsks(true)} />}
      <ConfirmDialog
        open={asks}
        title={t('cases.remove.title', { title })}
        confirmLabel={t('cases.remove')}
        cancelLabel={t('cases.cancel')}
        onConfirm={() => void leaveAndRemove()}
        onCancel={() => setAsks(false)}
      >
        {t('cases.remove.text')}
      </ConfirmDialog>
    </>
  );
}
