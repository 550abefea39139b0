import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TourView } from '../../api/presets.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { saveTour, tourPlanQuery } from '../../device-access/steering.ts';
import type { TourPlan } from '../../domain/tour.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CameraFormDialog } from './camera-form-dialog.tsx';
import type { Helm } from './helm.ts';
import { LineFields } from './line-fields.tsx';
import { SequenceFields } from './sequence-fields.tsx';
import { steeringWindow } from './steering-window.ts';
import { tourName } from './tour-name.ts';

export interface TourDialogProps {
  readonly helm: Helm;
  readonly tour: TourView;
  readonly onClose: () => void;
}

/** The plan of a tour as the device has it, to be changed. */
export function TourDialog({ helm, tour, onClose }: TourDialogProps) {
  const plan = useQuery(tourPlanQuery(helm.cameraId, tour.id));
  // What a person edits stays, whatever is read meanwhile.
  const [edited, setEdited] = useState<TourPlan | null>(null);
  const title = t('ptz.tour.title', { name: tourName(tour) });
  const saving = useMutation({
    mutationFn: async (next: TourPlan) => saveTour(helm.cameraId, steeringWindow(), tour.id, next),
    onSuccess: onClose,
  });
  const shown = edited ?? plan.data;
  if (shown === undefined) {
    return (
      <Dialog open title={title} closeLabel={t('shell.close')} onClose={onClose}>
        {plan.error === null ? (
          <Skeleton label={t('ptz.tour.loading')} rows={3} />
        ) : (
          <Notice tone="error" title={problemText(problemOf(plan.error)).what} />
        )}
      </Dialog>
    );
  }
  return (
    <CameraFormDialog
      title={title}
      saveLabel={t('ptz.tour.save')}
      busy={saving.isPending}
      fault={saving.error}
      onClose={onClose}
      // The ends of a line are marked where the picture is seen, never from here.
      onSave={() => saving.mutate(shown.kind === 'sequence' ? shown : { ...shown, mark: null })}
    >
      {shown.kind === 'sequence' ? (
        <SequenceFields cameraId={helm.cameraId} plan={shown} onChange={setEdited} />
      ) : (
        <LineFields plan={shown} onChange={setEdited} />
      )}
    </CameraFormDialog>
  );
}
