import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TourView } from '../../api/presets.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { toursQuery } from '../../device-access/steering.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RailSection } from '../../ui/rail-section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FoldedList } from './folded-list.tsx';
import type { Helm } from './helm.ts';
import { TourDialog } from './tour-dialog.tsx';
import { TourRow } from './tour-row.tsx';

/** The ways that the camera goes by itself: started, stopped and edited. */
export function TourSection({ helm }: { readonly helm: Helm }) {
  const tours = useQuery(toursQuery(helm.cameraId));
  const [edited, setEdited] = useState<TourView | null>(null);
  return (
    <RailSection title={t('ptz.tours')}>
      {tours.error !== null && (
        <Notice
          tone="error"
          title={t('ptz.tours.failed')}
          actions={<Button onClick={() => void tours.refetch()}>{t('ptz.again')}</Button>}
        >
          {problemText(problemOf(tours.error)).what}
        </Notice>
      )}
      {tours.data === undefined && tours.error === null && (
        <Skeleton label={t('ptz.tours.loading')} rows={2} />
      )}
      {tours.data?.tours.length === 0 && <p className="text-text-2">{t('ptz.tours.none')}</p>}
      {tours.data !== undefined && tours.data.tours.length > 0 && (
        <FoldedList
          label={t('ptz.tours')}
          items={startedFirst(tours.data.tours, tours.data.startedId)}
          most={4}
          className="flex flex-col"
        >
          {(tour) => (
            <TourRow
              key={tour.id}
              helm={helm}
              tour={tour}
              started={tours.data.startedId === tour.id}
              onEdit={() => setEdited(tour)}
            />
          )}
        </FoldedList>
      )}
      {edited !== null && <TourDialog helm={helm} tour={edited} onClose={() => setEdited(null)} />}
    </RailSection>
  );
}

/** What may be on its way is in sight, whatever is folded. */
function startedFirst(tours: readonly TourView[], startedId: string | null): readonly TourView[] {
  const started = tours.filter(({ id }) => id === startedId);
  return [...started, ...tours.filter(({ id }) => id !== startedId)];
}
