import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TourView } from '../../api/presets.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { toursQuery } from '../../device-access/steering.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Helm } from './helm.ts';
import { RailSection } from './rail-section.tsx';
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
        <ul aria-label={t('ptz.tours')} className="flex flex-col">
          {tours.data.tours.map((tour) => (
            <TourRow
              key={tour.id}
              helm={helm}
              tour={tour}
              started={tours.data.startedId === tour.id}
              onEdit={() => setEdited(tour)}
            />
          ))}
        </ul>
      )}
      {edited !== null && <TourDialog helm={helm} tour={edited} onClose={() => setEdited(null)} />}
    </RailSection>
  );
}
