import { EllipsisVertical } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { CameraView } from '../../../api/camera.ts';
import { t } from '../../../messages/t.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.tsx';
import { copyAddress } from '../copy-address.ts';
import { placeOf } from '../events-place.ts';
import { boundedWidth, type Pane } from './pane.ts';
import type { PaneControls } from './pane-controls.ts';
import { PaneDialog } from './pane-dialog.tsx';

export interface PaneMenuProps {
  readonly pane: Pane;
  readonly name: string;
  readonly controls: PaneControls;
  readonly cameras: readonly CameraView[];
}

const widthStep = 80;

/** All that can be done with a pane, without a drag. */
export function PaneMenu({ pane, name, controls, cameras }: PaneMenuProps): ReactElement {
  const [choosing, setChoosing] = useState(false);
  const { onChange, onRemove, onEarlier, onLater, sizable } = controls;
  const resize = (by: number) => {
    const shown = document.querySelector(`[data-pane="${pane.id}"]`)?.clientWidth;
    onChange({ width: boundedWidth((shown ?? pane.width ?? 0) + by) });
  };
  return (
    <>
      <Menu
        label={t('events.pane.menu', { pane: name })}
        align="end"
        trigger={
          <IconButton icon={EllipsisVertical} label={t('events.pane.menu', { pane: name })} />
        }
      >
        <MenuItem onSelect={() => setChoosing(true)}>{t('events.pane.choose')}</MenuItem>
        <MenuItem onSelect={() => onChange({ tone: !pane.tone })}>
          {t(pane.tone ? 'events.tone.switchOff' : 'events.tone.switchOn')}
        </MenuItem>
        <MenuItem onSelect={() => void copyAddress(placeOf(pane))}>
          {t('events.pane.copy')}
        </MenuItem>
        {sizable && (
          <>
            <MenuSeparator />
            <MenuItem onSelect={() => resize(widthStep)}>{t('events.pane.wider')}</MenuItem>
            <MenuItem onSelect={() => resize(-widthStep)}>{t('events.pane.narrower')}</MenuItem>
            <MenuItem disabled={pane.width === null} onSelect={() => onChange({ width: null })}>
              {t('events.pane.evenly')}
            </MenuItem>
          </>
        )}
        {(onEarlier || onLater || onRemove) && <MenuSeparator />}
        {onEarlier && <MenuItem onSelect={onEarlier}>{t('events.pane.earlier')}</MenuItem>}
        {onLater && <MenuItem onSelect={onLater}>{t('events.pane.later')}</MenuItem>}
        {onRemove && <MenuItem onSelect={onRemove}>{t('events.pane.remove')}</MenuItem>}
      </Menu>
      {choosing && (
        <PaneDialog
          pane={pane}
          cameras={cameras}
          onChange={onChange}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
