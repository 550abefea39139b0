import '../messages/use-alarms.ts';
import '../messages/use-cases.ts';

import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { CasePage, type CaseRoads, CasesPage, type CasesPlace } from '../features/cases/index.ts';
import { bookmarkPlace } from './play-bookmark.ts';
import { RecordingPlaces } from './recording-places.tsx';
import { casesSearch } from './search-params.ts';

const listRoute = getRouteApi('/cases');
const caseRoute = getRouteApi('/cases/$caseId');

export function CasesRoute() {
  const { q = '', show = 'open' } = listRoute.useSearch();
  const navigate = useNavigate();
  const roads = useMemo(
    () => ({
      place: (changed: Partial<CasesPlace>) =>
        void navigate({
          to: '/cases',
          search: (before) => casesSearch({ ...before, ...changed }),
          replace: true,
        }),
      open: (caseId: string) => void navigate({ to: '/cases/$caseId', params: { caseId } }),
    }),
    [navigate],
  );
  return (
    <CasesPage heading={<RecordingPlaces here="/cases" />} place={{ q, show }} roads={roads} />
  );
}

export function CaseRoute() {
  const { caseId } = caseRoute.useParams();
  return <CasePage caseId={caseId} roads={useCaseRoads()} />;
}

function useCaseRoads(): CaseRoads {
  const navigate = useNavigate();
  return useMemo(
    () => ({
      back: () => navigate({ to: '/cases' }),
      play: (bookmark) => void navigate({ to: '/playback', search: bookmarkPlace(bookmark) }),
      openExport: (exportId) => void navigate({ to: '/exports', search: { export: exportId } }),
      openAlarm: (alarmId) => void navigate({ to: '/alarms/$alarmId', params: { alarmId } }),
    }),
    [navigate],
  );
}
