import { EllipsisVertical } from 'lucide-react';
import { useStore } from 'zustand';
import type { Steering } from '../../api/control.ts';
import type { PresetView } from '../../api/presets.ts';
import { t } from '../../messages/t.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { goTo } from './go-to-preset.ts';
import type { Helm } from './helm.ts';
import type { PresetDialog } from './preset-dialog.ts';
import { presetName } from './preset-name.ts';
import { PresetPicture } from './preset-picture.tsx';

export interface PresetCardProps {
  readonly helm: Helm;
  readonly preset: PresetView;
  readonly abilities: NonNullable<Steering['presets']>;
  readonly onDialog: (dialog: PresetDialog) => void;
}

/** One preset: its picture goes there, its menu changes it. */
export function PresetCard({ helm, preset, abilities, onDialog }: PresetCardProps) {
  const going = useStore(helm.state, (state) => state.goingTo === preset.id);
  const name = presetName(preset);
  const { number } = preset;
  const changes = abilities.save || abilities.rename || abilities.remove;
  return (
    <li className="relative overflow-hidden rounded-control border border-line bg-raised focus-within:border-line-ui hover:border-line-ui">
      <button
        type="button"
        aria-label={t('ptz.preset.go', { number, name })}
        title={t('ptz.preset.go', { number, name })}
        className="block w-full text-start focus-visible:-outline-offset-2"
        onClick={() => void goTo(helm, preset)}
      >
        <PresetPicture cameraId={helm.cameraId} preset={preset} />
        <span className="flex min-h-8 items-center gap-1.5 px-2 py-1 pe-8 pointer-coarse:min-h-11 pointer-coarse:pe-11">
          <span className="shrink-0 font-semibold text-text-3 text-xs">{number}</span>
          <bdi className="truncate text-xs">{name}</bdi>
        </span>
      </button>
      <span role="status" className="contents">
        {going && (
          <span className="pointer-events-none absolute start-1 top-1 flex items-center gap-1 rounded-sm bg-black/80 px-1.5 py-0.5 text-white text-xs">
            <Spinner className="size-3" />
            {t('ptz.preset.moving')}
          </span>
        )}
      </span>
      {changes && (
        <span className="absolute end-0 bottom-0">
          <Menu
            label={t('ptz.preset.menu', { name })}
            align="end"
            trigger={<IconButton icon={EllipsisVertical} label={t('ptz.preset.menu', { name })} />}
          >
            {abilities.save && (
              <MenuItem onSelect={() => onDialog({ kind: 'save', over: preset })}>
                {t('ptz.preset.overwrite')}
              </MenuItem>
            )}
            {abilities.rename && (
              <MenuItem onSelect={() => onDialog({ kind: 'rename', preset })}>
                {t('ptz.preset.rename')}
              </MenuItem>
            )}
            {abilities.remove && (
              <MenuItem onSelect={() => onDialog({ kind: 'remove', preset })}>
                {t('ptz.preset.remove')}
              </MenuItem>
            )}
          </Menu>
        </span>
      )}
    </li>
  );
}
