import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyList } from '../../ui/key-list.tsx';

const rows = [
  ['recordings.keys.space', 'recordings.keys.play'],
  ['J K L', 'recordings.keys.ways'],
  ['← →', 'recordings.keys.five'],
  ['Shift ← →', 'recordings.keys.minute'],
  ['R', 'recordings.keys.ten'],
  [', .', 'recordings.keys.frame'],
  ['P N', 'recordings.keys.event'],
  ['Q', 'recordings.keys.quiet'],
  ['G', 'recordings.keys.goto'],
  ['Home End', 'recordings.keys.ends'],
  ['+ −', 'recordings.keys.zoom'],
  ['[ ]', 'recordings.keys.mark'],
  ['Esc', 'recordings.keys.clear'],
  ['X', 'recordings.keys.export'],
  ['B', 'recordings.keys.bookmark'],
  ['C', 'recordings.keys.link'],
  ['?', 'recordings.keys.help'],
] as const;

export interface KeysDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The keys of the recordings, for who does not know them by heart yet. */
export function KeysDialog({ open, onClose }: KeysDialogProps): ReactElement {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('recordings.keys')}
      closeLabel={t('shell.close')}
    >
      <KeyList
        rows={rows.map(([keys, meaning]) => ({
          keys: keys === 'recordings.keys.space' ? t(keys) : keys,
          meaning: t(meaning),
        }))}
      />
    </Dialog>
  );
}
