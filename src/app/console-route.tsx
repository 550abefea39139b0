import '../messages/use-console.ts';
import '../messages/use-audit.ts';

import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useStore } from 'zustand';
import { ConsolePage, type ConsolePlace } from '../features/console/index.ts';
import { preferences } from '../features/live-wall/preferences.ts';

const route = getRouteApi('/devices/$deviceId/endpoints');

export function ConsoleRoute() {
  const { deviceId } = route.useParams();
  const { endpoint = null, q = '', danger = '', role = '' } = route.useSearch();
  const singleKeys = useStore(preferences, (state) => state.singleKeys);
  const navigate = useNavigate();
  const place = useCallback(
    (changed: Partial<ConsolePlace>) =>
      void navigate({
        to: '/devices/$deviceId/endpoints',
        params: { deviceId },
        search: (before) => ({ ...before, ...given(changed) }),
        replace: true,
      }),
    [navigate, deviceId],
  );
  return (
    <ConsolePage
      key={deviceId}
      deviceId={deviceId}
      place={{ endpoint, q, danger, role }}
      onPlace={place}
      singleKeys={singleKeys}
    />
  );
}

/** What was emptied leaves the address. */
function given(changed: Partial<ConsolePlace>) {
  return Object.fromEntries(
    Object.entries(changed).map(([key, value]) => [
      key,
      value === '' ? undefined : (value ?? undefined),
    ]),
  );
}
