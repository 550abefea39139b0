import type { ReactElement } from 'react';
import type { CameraView } from '../../../api/camera.ts';
import { t } from '../../../messages/t.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckField } from '../../../ui/check-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { EventFilters } from '../event-filters.tsx';
import { sharedPaneId } from '../events-place.ts';
import { longestName, type Pane } from './pane.ts';
import { paneName } from './pane-name.ts';

export interface PaneDialogProps {
  readonly pane: Pane;
  readonly cameras: readonly CameraView[];
  readonly onChange: (change: Partial<Pane>) => void;
  readonly onClose: () => void;
}

/** What a pane shows and how; every change is seen behind it at once. */
export function PaneDialog({ pane, cameras, onChange, onClose }: PaneDialogProps): ReactElement {
  const isOwn = pane.id !== sharedPaneId;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('events.pane.title', { pane: paneName(pane) })}
      closeLabel={t('events.pane.close')}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('events.pane.done')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {isOwn && (
          <TextField
            label={t('events.pane.name')}
            value={pane.name}
            maxLength={longestName}
            placeholder={paneName({ ...pane, name: '' })}
            onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
          />
        )}
        <EventFilters chosen={pane} onChoose={onChange} cameras={cameras} />
        {isOwn && (
          <CheckField
            label={t('events.pane.sums')}
            checked={pane.sums}
            onChange={({ currentTarget }) => onChange({ sums: currentTarget.checked })}
          />
        )}
        <CheckField
          label={t('events.tone')}
          checked={pane.tone}
          onChange={({ currentTarget }) => onChange({ tone: currentTarget.checked })}
        />
      </div>
    </Dialog>
  );
}
