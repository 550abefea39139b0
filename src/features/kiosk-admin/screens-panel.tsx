import { useQuery } from '@tanstack/react-query';
import { MonitorPlay, Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { kiosksQuery } from '../../device-access/kiosks.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AddScreenDialog } from './add-screen-dialog.tsx';
import { ChangeScreenDialog } from './change-screen-dialog.tsx';
import { RemoveScreenDialog } from './remove-screen-dialog.tsx';
import { type RowDialog, ScreensTable } from './screens-table.tsx';
import { type ScreenParts, useScreenParts } from './use-screen-parts.ts';

type OpenScreenDialog = { readonly kind: 'add' } | RowDialog;

/** The screens that nobody sits at: what they show, whether they look, and the way to add one. */
export function ScreensPanel(): ReactElement {
  const kiosks = useQuery(kiosksQuery());
  const parts = useScreenParts();
  const [dialog, setDialog] = useState<OpenScreenDialog | null>(null);
  const list = kiosks.data;
  const add = (
    <Button
      look="primary"
      disabled={parts === undefined}
      onClick={() => setDialog({ kind: 'add' })}
    >
      <Plus aria-hidden className="size-4" />
      {t('screens.add')}
    </Button>
  );
  return (
    <section aria-label={t('screens.title')} className="flex flex-col gap-4">
      {kiosks.error !== null && (
        <Notice
          tone="error"
          title={t(list === undefined ? 'screens.failed' : 'screens.outdated')}
          actions={<Button onClick={() => void kiosks.refetch()}>{t('screens.retry')}</Button>}
        >
          {problemText(problemOf(kiosks.error)).todo}
        </Notice>
      )}
      {kiosks.isPending && <Skeleton label={t('screens.loading')} rows={3} />}
      {list?.length === 0 && (
        <EmptyState icon={MonitorPlay} title={t('screens.empty.title')} actions={add}>
          {t('screens.empty.text', { address: `${window.location.origin}/kiosk` })}
        </EmptyState>
      )}
      {list !== undefined && list.length > 0 && (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-text-2">{t('screens.count', { count: list.length })}</p>
            {add}
          </div>
          {parts && <ScreensTable kiosks={list} parts={parts} onOpen={setDialog} />}
        </>
      )}
      {dialog !== null && parts && (
        <ScreenDialogs dialog={dialog} parts={parts} onClose={() => setDialog(null)} />
      )}
    </section>
  );
}

interface ScreenDialogsProps {
  readonly dialog: OpenScreenDialog;
  readonly parts: ScreenParts;
  readonly onClose: () => void;
}

function ScreenDialogs({ dialog, parts, onClose }: ScreenDialogsProps): ReactElement {
  if (dialog.kind === 'add') return <AddScreenDialog parts={parts} onClose={onClose} />;
  const { kind, kiosk } = dialog;
  if (kind === 'remove') return <RemoveScreenDialog kiosk={kiosk} onClose={onClose} />;
  return <ChangeScreenDialog kiosk={kiosk} parts={parts} onClose={onClose} />;
}
