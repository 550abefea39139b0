import '../messages/use-people.ts';
import '../messages/use-kiosk.ts';

import { getRouteApi } from '@tanstack/react-router';
import { ScreensPanel } from '../features/kiosk-admin/index.ts';
import { PeoplePage } from '../features/people/index.ts';

const route = getRouteApi('/people');

export function PeopleRoute() {
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PeoplePage
      tab={tab ?? 'people'}
      screens={<ScreensPanel />}
      onTab={(next) =>
        void navigate({ search: next === 'people' ? {} : { tab: next }, replace: true })
      }
    />
  );
}
