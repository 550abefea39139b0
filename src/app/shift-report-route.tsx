import '../messages/use-shift.ts';

import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type ReportPlace, ShiftReportPage } from '../features/shift-report/index.ts';
import { shiftReportSearch } from './search-params.ts';

const route = getRouteApi('/reports/shift');

export function ShiftReportRoute() {
  const { span = '8h', from = '', to = '' } = route.useSearch();
  const navigate = useNavigate();
  const place = useCallback(
    (changed: Partial<ReportPlace>) =>
      void navigate({
        to: '/reports/shift',
        search: ({ span, from, to }) => shiftReportSearch({ span, from, to, ...changed }),
        replace: true,
      }),
    [navigate],
  );
  return <ShiftReportPage place={{ span, from, to }} onPlace={place} />;
}
