import { useQueryClient } from '@tanstack/react-query';
import { EllipsisVertical, Play, Square } from 'lucide-react';
import type { TourView } from '../../api/presets.ts';
import { runTour, saveTour, toursQuery } from '../../device-access/steering.ts';
import { t } from '../../messages/t.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast-store.ts';
import type { Helm } from './helm.ts';
import { TourRefusal } from './steering-notices.tsx';
import { steeringWindow } from './steering-window.ts';
import { tourName } from './tour-name.ts';

export interface TourRowProps {
  readonly helm: Helm;
  readonly tour: TourView;
  /** It was the last that was started from here; the camera itself does not say what it does. */
  readonly started: boolean;
  readonly onEdit: () => void;
}

/** One tour. It can be stopped as well when somebody started it elsewhere. */
export function TourRow({ helm, tour, started, onEdit }: TourRowProps) {
  const queryClient = useQueryClient();
  const { cameraId } = helm;
  const name = tourName(tour);
  const line = tour.kind === 'autopan' || tour.kind === 'cruise';
  const run = async (what: 'start' | 'stop') => {
    await helm.attempt(async () => runTour(cameraId, steeringWindow(), tour.id, what), tour.id);
    await queryClient.invalidateQueries({ queryKey: toursQuery(cameraId).queryKey, exact: true });
  };
  const mark = async (end: 'start' | 'end') => {
    const kind = tour.kind === 'autopan' ? 'autopan' : 'cruise';
    const plan = { kind, mark: end, direction: null, speed: null } as const;
    if (
      await helm.attempt(async () => saveTour(cameraId, steeringWindow(), tour.id, plan), tour.id)
    ) {
      showToast({ tone: 'done', text: t(`ptz.tour.marked.${end}`, { name }) });
    }
  };
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-1 border-b border-line last:border-b-0 pointer-coarse:min-h-12">
      <span className="min-w-0 grow basis-0">
        <bdi className="block truncate">{name}</bdi>
        {started && <span className="block text-ok text-xs">{t('ptz.tour.started')}</span>}
      </span>
      <IconButton
        icon={Play}
        label={t('ptz.tour.start', { name })}
        onClick={() => void run('start')}
      />
      <IconButton
        icon={Square}
        label={t('ptz.tour.stop', { name })}
        onClick={() => void run('stop')}
      />
      {tour.editable && (
        <Menu
          label={t('ptz.tour.menu', { name })}
          align="end"
          trigger={<IconButton icon={EllipsisVertical} label={t('ptz.tour.menu', { name })} />}
        >
          {line && (
            <>
              <MenuItem onSelect={() => void mark('start')}>{t('ptz.tour.mark.start')}</MenuItem>
              <MenuItem onSelect={() => void mark('end')}>{t('ptz.tour.mark.end')}</MenuItem>
            </>
          )}
          <MenuItem onSelect={onEdit}>{t('ptz.tour.edit')}</MenuItem>
        </Menu>
      )}
      <div className="basis-full pb-2 empty:hidden">
        <TourRefusal helm={helm} tourId={tour.id} />
      </div>
    </li>
  );
}
