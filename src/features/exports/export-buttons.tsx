import { Download, Play, RotateCcw, Trash2, X } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { ExportView } from '../../api/exports.ts';
import { routes } from '../../api/routes.ts';
import { hasPack } from '../../device-access/export-standing.ts';
import { t } from '../../messages/t.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { nameOf } from './export-words.ts';
import { PasswordDialog } from './password-dialog.tsx';
import { useExportActions } from './use-export-actions.ts';

export interface ExportButtonsProps {
  readonly found: ExportView;
  readonly onPlay: () => void;
  readonly extra: ReactNode;
}

const canCancel = ['waiting', 'running'];
const canRetry = ['failed', 'cancelled', 'interrupted'];
const canRemove = ['done', ...canRetry];

/** What can be done with an export as it stands; what throws something away asks first. */
export function ExportButtons({ found, onPlay, extra }: ExportButtonsProps): ReactElement {
  const { id, state } = found;
  const name = nameOf(found);
  const [asked, setAsked] = useState<'cancel' | 'remove' | null>(null);
  const actions = useExportActions(id);
  const { cancel, retry, remove, download, isBusy, wantsPassword, forgoPassword } = actions;
  const again = state === 'interrupted' ? 'go-on' : 'again';
  const close = () => setAsked(null);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {extra}
      <Button look="quiet" aria-label={t('exports.play.of', { name })} onClick={onPlay}>
        <Play aria-hidden className="size-4" />
        {t('exports.play')}
      </Button>
      {canRemove.includes(state) && (
        <Button
          look="quiet"
          aria-label={t('exports.remove.of', { name })}
          onClick={() => setAsked('remove')}
        >
          <Trash2 aria-hidden className="size-4" />
          {t('exports.remove')}
        </Button>
      )}
      {canCancel.includes(state) && (
        <Button aria-label={t('exports.cancel.of', { name })} onClick={() => setAsked('cancel')}>
          <X aria-hidden className="size-4" />
          {t('exports.cancel')}
        </Button>
      )}
      {canRetry.includes(state) && (
        <Button
          aria-label={t(`exports.${again}.of`, { name })}
          aria-disabled={isBusy}
          onClick={() => !isBusy && retry()}
        >
          <RotateCcw aria-hidden className="size-4" />
          {t(`exports.${again}`)}
        </Button>
      )}
      {hasPack(found) && (
        <a
          href={routes.evidencePack(id)}
          download
          onClick={(event) => {
            event.preventDefault();
            download(event.currentTarget);
          }}
          className={buttonLook('primary')}
          aria-label={t('exports.download.of', { name })}
        >
          <Download aria-hidden className="size-4" />
          {t('exports.download')}
        </a>
      )}
      <ConfirmDialog
        open={asked === 'cancel'}
        title={t('exports.cancel.title')}
        confirmLabel={t('exports.cancel.do')}
        cancelLabel={t('exports.cancel.back')}
        onCancel={close}
        onConfirm={() => {
          close();
          cancel();
        }}
      >
        {t('exports.cancel.text', { name })}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'remove'}
        title={t('exports.remove.title')}
        confirmLabel={t('exports.remove.do')}
        cancelLabel={t('exports.remove.back')}
        onCancel={close}
        onConfirm={() => {
          close();
          remove();
        }}
      >
        {t('exports.remove.text', { name })}
      </ConfirmDialog>
      {wantsPassword && <PasswordDialog busy={isBusy} onClose={forgoPassword} onPassword={retry} />}
    </div>
  );
}
