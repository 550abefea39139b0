import { useQuery } from '@tanstack/react-query';
import { MapPinPlus } from 'lucide-react';
import { useState } from 'react';
import type { Steering } from '../../api/control.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { presetsQuery } from '../../device-access/steering.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RailSection } from '../../ui/rail-section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FoldedList } from './folded-list.tsx';
import type { Helm } from './helm.ts';
import { PresetCard } from './preset-card.tsx';
import type { PresetDialog } from './preset-dialog.ts';
import { RemovePresetDialog } from './remove-preset-dialog.tsx';
import { RenamePresetDialog } from './rename-preset-dialog.tsx';
import { SavePresetDialog } from './save-preset-dialog.tsx';

export interface PresetSectionProps {
  readonly helm: Helm;
  readonly abilities: NonNullable<Steering['presets']>;
}

/** The positions that the camera remembers: a click goes there. */
export function PresetSection({ helm, abilities }: PresetSectionProps) {
  const presets = useQuery(presetsQuery(helm.cameraId));
  const [dialog, setDialog] = useState<PresetDialog | null>(null);
  const close = () => setDialog(null);
  const list = presets.data;
  return (
    <RailSection
      title={t('ptz.presets')}
      actions={
        abilities.save &&
        list !== undefined && (
          <Button onClick={() => setDialog({ kind: 'save', over: null })}>
            <MapPinPlus aria-hidden className="size-4" />
            {t('ptz.preset.save')}
          </Button>
        )
      }
    >
      {presets.error !== null && (
        <Notice
          tone="error"
          title={t('ptz.presets.failed')}
          actions={<Button onClick={() => void presets.refetch()}>{t('ptz.again')}</Button>}
        >
          {problemText(problemOf(presets.error)).what}
        </Notice>
      )}
      {list === undefined && presets.error === null && (
        <Skeleton label={t('ptz.presets.loading')} rows={2} />
      )}
      {list?.length === 0 && (
        <p className="text-text-2">
          {t(abilities.save ? 'ptz.presets.none' : 'ptz.presets.none.read')}
        </p>
      )}
      {list !== undefined && list.length > 0 && (
        <FoldedList
          label={t('ptz.presets')}
          items={list}
          most={8}
          className="grid grid-cols-2 gap-2"
        >
          {(preset) => (
            <PresetCard
              key={preset.id}
              helm={helm}
              preset={preset}
              abilities={abilities}
              onDialog={setDialog}
            />
          )}
        </FoldedList>
      )}
      {dialog?.kind === 'save' && list !== undefined && (
        <SavePresetDialog
          helm={helm}
          presets={list}
          most={abilities.most}
          over={dialog.over}
          onClose={close}
        />
      )}
      {dialog?.kind === 'rename' && (
        <RenamePresetDialog cameraId={helm.cameraId} preset={dialog.preset} onClose={close} />
      )}
      {dialog?.kind === 'remove' && (
        <RemovePresetDialog cameraId={helm.cameraId} preset={dialog.preset} onClose={close} />
      )}
    </RailSection>
  );
}
