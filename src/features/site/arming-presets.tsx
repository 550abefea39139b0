import { useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { NamedChoice } from '../../domain/arming.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { CommandNote } from './command-note.tsx';
import { useArmingCommand } from './use-arming-command.ts';

export interface ArmingPresetsProps {
  readonly camera: CameraView;
  readonly presets: readonly NamedChoice[];
}

/** What arms or disarms all cameras of a device at once; the proxy tells only who may use it. */
export function ArmingPresets({ camera, presets }: ArmingPresetsProps) {
  const [asked, setAsked] = useState<NamedChoice | null>(null);
  const command = useArmingCommand(camera.id);
  const device = camera.deviceName;
  const busyName = presets.find(
    ({ id }) => command.variables?.kind === 'preset' && command.variables.presetId === id,
  )?.name;
  const set = () => {
    if (asked !== null) command.mutate({ kind: 'preset', presetId: asked.id });
    setAsked(null);
  };
  return (
    <div className="flex flex-col items-start gap-1">
      <h3 className="text-sm font-medium wrap-anywhere">{t('site.arming.presets', { device })}</h3>
      <Menu
        label={t('site.arming.presets.open')}
        trigger={<Button aria-disabled={command.isPending}>{t('site.arming.presets.open')}</Button>}
      >
        {presets.map((preset) => (
          <MenuItem key={preset.id} disabled={command.isPending} onSelect={() => setAsked(preset)}>
            <bdi>{preset.name || preset.id}</bdi>
          </MenuItem>
        ))}
      </Menu>
      {command.isPending && (
        <p role="status" className="flex items-center gap-2 text-sm text-text-2">
          <Spinner />
          {t('site.arming.preset.doing', { preset: busyName ?? '' })}
        </p>
      )}
      <CommandNote command={command} same={t('site.arming.same')} />
      <ConfirmDialog
        open={asked !== null}
        title={t('site.arming.preset.ask', { preset: asked?.name ?? '' })}
        confirmLabel={t('site.arming.preset.do')}
        cancelLabel={t('site.arming.preset.cancel')}
        onConfirm={set}
        onCancel={() => setAsked(null)}
      >
        {t('site.arming.preset.text', { device, camera: camera.name })}
      </ConfirmDialog>
    </div>
  );
}
