import '../messages/use-audit.ts';

import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { AuditPage, type AuditPlace } from '../features/audit/index.ts';

const route = getRouteApi('/audit');

export function AuditRoute() {
  const { who = '', what = '', object = '', outcome = '', ...rest } = route.useSearch();
  const { from = '', to = '', entry = null } = rest;
  const navigate = useNavigate();
  const place = useCallback(
    (changed: Partial<AuditPlace>) =>
      void navigate({
        to: '/audit',
        search: (before) => ({ ...before, ...given(changed) }),
        replace: true,
      }),
    [navigate],
  );
  return <AuditPage place={{ who, what, object, outcome, from, to, entry }} onPlace={place} />;
}

/** What was emptied leaves the address. */
function given(changed: Partial<AuditPlace>) {
  return Object.fromEntries(
    Object.entries(changed).map(([key, value]) => [key, value || undefined]),
  );
}
