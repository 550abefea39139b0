import { getRouteApi } from '@tanstack/react-router';
import { PeoplePage } from '../features/people/index.ts';

const route = getRouteApi('/people');

export function PeopleRoute() {
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PeoplePage
      tab={tab ?? 'people'}
      onTab={(next) =>
        void navigate({ search: next === 'people' ? {} : { tab: next }, replace: true })
      }
    />
  );
}
