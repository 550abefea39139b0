import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { handoverNotesQuery } from '../../device-access/shift-report.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { HandoverNotes } from './handover-notes.tsx';

/** What the shifts before have left, for whoever sees no report. */
export function NewestNotes({ zone }: { readonly zone: string }): ReactElement {
  const notes = useQuery(handoverNotesQuery());
  if (notes.error !== null) {
    return (
      <Notice
        tone="error"
        title={t('shift.notes.failed')}
        actions={<Button onClick={() => void notes.refetch()}>{t('shift.retry')}</Button>}
      />
    );
  }
  if (notes.data === undefined) {
    return (
      <p role="status" className="text-text-2">
        {t('shift.notes.loading')}
      </p>
    );
  }
  return <HandoverNotes notes={notes.data} zone={zone} none={t('shift.notes.noneYet')} />;
}
