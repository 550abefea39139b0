import type { ReactNode } from 'react';
import { t } from '../../messages/t.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { useWall, useWallState } from './wall-context.ts';

/** The dialogs of a wall: the keys, and on a small screen the camera list. */
export function WallDialogs({ tree }: { readonly tree: ReactNode | null }) {
  const { control } = useWall();
  const panel = useWallState((state) => state.panel);
  const close = () => control.store.setState({ panel: 'none' });
  if (panel === 'keys') return <KeysDialog onClose={close} />;
  if (panel !== 'tree' || tree === null) return null;
  return (
    <Dialog open title={t('wall.empty.choose')} closeLabel={t('shell.close')} onClose={close}>
      <div className="-mx-5 -my-4 flex h-[60dvh] flex-col">{tree}</div>
    </Dialog>
  );
}
