import { useState } from 'react';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Helm } from './helm.ts';

/** Makes home where the camera looks now. Where it was before is lost, so it asks first. */
export function SaveHome({ helm }: { readonly helm: Helm }) {
  const [asking, setAsking] = useState(false);
  const save = () => {
    setAsking(false);
    void helm.act({ kind: 'save-home' });
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('ptz.home.save')}</Button>
      {asking && (
        <ConfirmDialog
          open
          title={t('ptz.home.save.title')}
          confirmLabel={t('ptz.home.save.do')}
          cancelLabel={t('ptz.cancel')}
          onConfirm={save}
          onCancel={() => setAsking(false)}
        >
          {t('ptz.home.save.text')}
        </ConfirmDialog>
      )}
    </>
  );
}
