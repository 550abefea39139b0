import type { AlarmView } from '../api/alarms.ts';
import type { SeenProblem } from '../api/problem.ts';
import type { AlarmAction } from '../domain/alarm.ts';
import { problemText } from './problem-text.ts';
import { t } from './t.ts';

type Named = Pick<AlarmView, 'ruleId' | 'ruleName'>;
type Placed = Named & Pick<AlarmView, 'cameraName' | 'deviceName' | 'subject'>;

const productRules = ['call', 'lost-view', 'not-recording', 'serious-system'] as const;

/** What a rule is called: by whoever made it, or by the product that brought it along. */
export function ruleText({ ruleId, ruleName }: Named): string {
  if (ruleName !== '') return ruleName;
  const known = productRules.find((id) => id === ruleId);
  return t(known === undefined ? 'alarms.rule.unnamed' : `alarms.rule.${known}`);
}

/** Where it is: what the event said, else the camera, else the device. */
export function alarmPlace({ cameraName, deviceName, subject }: Placed): string {
  const place = cameraName || deviceName;
  return subject === '' || subject === place ? place : [subject, place].filter(Boolean).join(' · ');
}

/** An alarm in one line. */
export function alarmLine(alarm: Placed): string {
  return [ruleText(alarm), alarmPlace(alarm)].filter(Boolean).join(', ');
}

const refusals = [
  'closed',
  'reason-needed',
  'shelf-time',
  'still-active',
  'not-acknowledged',
  'came-back',
] as const;

/** Why the proxy did not do what a person did to an alarm. @param what the alarm in one line */
export function alarmRefusalText(
  kind: AlarmAction['kind'],
  what: string,
  problem: SeenProblem,
): string {
  const known = refusals.find((reason) => reason === problem.detail);
  const why = known === undefined ? problemText(problem).what : t(`alarms.refused.${known}`);
  return t('alarms.refused', { what: t(`alarms.done.${kind}`, { what }), why });
}
