import { t } from '../../messages/t.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

export interface SwitchDialogProps {
  /** What it would be switched to; null while nobody is asked. */
  readonly wanted: boolean | null;
  readonly output: string;
  readonly camera: string;
  readonly onConfirm: (on: boolean) => void;
  readonly onCancel: () => void;
}

/** For whoever cannot hold a button: asks in its place. */
export function SwitchDialog(props: SwitchDialogProps) {
  const { wanted, output, camera, onConfirm, onCancel } = props;
  const on = wanted === true;
  return (
    <ConfirmDialog
      open={wanted !== null}
      title={t(on ? 'site.output.confirm.on' : 'site.output.confirm.off', { output })}
      confirmLabel={t(on ? 'site.output.confirm.do.on' : 'site.output.confirm.do.off')}
      cancelLabel={t('site.output.confirm.cancel')}
      onConfirm={() => onConfirm(on)}
      onCancel={onCancel}
    >
      {t('site.output.confirm.text', { camera })}
    </ConfirmDialog>
  );
}
