import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { AlarmsView } from './alarm-parts.tsx';

const route = getRouteApi('/alarms');

export function AlarmsRoute() {
  const { state = '', prio = '' } = route.useSearch();
  const navigate = useNavigate();
  return (
    <AlarmsView
      place={{ state, prio }}
      onPlace={(place) =>
        void navigate({
          to: '/alarms',
          search: {
            ...(place.state && { state: place.state }),
            ...(place.prio && { prio: place.prio }),
          },
          replace: true,
        })
      }
    />
  );
}
