import '../messages/use-alarms.ts';
import '../messages/use-events.ts';
import '../messages/use-people.ts';
import '../messages/use-rules.ts';
import '../messages/use-sending.ts';

import { getRouteApi } from '@tanstack/react-router';
import { RulesPage } from '../features/alarm-rules/index.ts';

const route = getRouteApi('/alarms/rules');

export function RulesRoute() {
  const { rule } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <RulesPage
      open={rule}
      onOpen={(next) => void navigate({ search: next === undefined ? {} : { rule: next } })}
    />
  );
}
