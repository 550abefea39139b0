import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type { RuleContent, RuleTrial, RuleView, ruleListSchema } from '../api/alarm-rules.ts';
import type { sendingPlacesSchema } from '../api/event-sending.ts';
import { routes } from '../api/routes.ts';
import { request, requestJson } from './request.ts';

type RuleList = z.infer<typeof ruleListSchema>;
export type SendingPlaces = z.infer<typeof sendingPlacesSchema>;

const rulesKey = ['alarm-rules'] as const;

export function alarmRulesQuery() {
  return queryOptions({
    queryKey: rulesKey,
    queryFn: async ({ signal }) =>
      (await requestJson<RuleList>(routes.alarmRules, { signal })).rules,
  });
}

/** @param content as JSON, so that the same question has the same key */
export function ruleTrialQuery(content: string) {
  return queryOptions({
    queryKey: [...rulesKey, 'trial', content],
    queryFn: ({ signal }) =>
      requestJson<RuleTrial>(routes.alarmRuleTrial, {
        method: 'POST',
        body: JSON.parse(content) as unknown,
        signal,
      }),
    staleTime: 60_000,
    gcTime: 60_000,
  });
}

/** Which devices take events that we send. */
export function sendingPlacesQuery() {
  return queryOptions({
    queryKey: ['event-sendings'],
    queryFn: ({ signal }) => requestJson<SendingPlaces>(routes.eventSendings, { signal }),
  });
}

/** @param ruleId null for a new one */
export function saveAlarmRule(ruleId: string | null, content: RuleContent): Promise<RuleView> {
  return ruleId === null
    ? requestJson<RuleView>(routes.alarmRules, { method: 'POST', body: content })
    : requestJson<RuleView>(routes.alarmRule(ruleId), { method: 'PUT', body: content });
}

export async function removeAlarmRule(ruleId: string): Promise<void> {
  await request(routes.alarmRule(ruleId), { method: 'DELETE' });
}
