import type { RuleContent, RuleView } from '../../api/alarm-rules.ts';
import type { EventSending } from '../../api/event-sending.ts';
import { anyCondition, defaultRules } from '../../domain/alarm-rule.ts';
import type { EventTopic } from '../../domain/device-event.ts';

/** A rule as it is being typed: texts stay what they are, so that an error loses nothing. */
export interface RuleDraft {
  readonly name: string;
  readonly enabled: boolean;
  readonly topic: EventTopic;
  /** Whether it looks at all cameras, whichever are ticked. */
  readonly everywhere: boolean;
  readonly cameraIds: readonly string[];
  readonly objectKinds: readonly string[];
  readonly otherKinds: string;
  readonly leastPercent: string;
  /** One a line. */
  readonly plates: string;
  readonly leastFullPercent: string;
  readonly seriousOnly: boolean;
  readonly leastSeconds: string;
  readonly always: boolean;
  readonly hours: readonly HoursDraft[];
  readonly priority: RuleContent['priority'];
  readonly procedure: string;
  readonly linkedCameraIds: readonly string[];
  readonly sendings: readonly SendingDraft[];
}

export interface HoursDraft {
  readonly key: string;
  readonly days: readonly number[];
  /** `22:00`. */
  readonly from: string;
  readonly to: string;
}

export interface SendingDraft {
  readonly key: string;
  readonly sending: EventSending;
}

export const objectKinds = ['human', 'face', 'vehicle', 'animal', 'bodyTemperature'] as const;
export const everyDay = [1, 2, 3, 4, 5, 6, 0] as const;
const lastMinute = 24 * 60;

/** A key for a row of a form, new each time. */
export const newKey = (): string => String(Math.random());

export const newRule: RuleContent = {
  name: '',
  enabled: true,
  topic: 'motion',
  cameraIds: [],
  condition: { ...anyCondition, objectKinds: [], plates: [] },
  hours: [],
  priority: 3,
  procedure: '',
  linkedCameraIds: [],
  sendings: [],
};

/** A rule that the product brings along, as it came; null for one of a person. */
export function deliveredRule(ruleId: string | null): RuleContent | null {
  const rule = defaultRules.find(({ id }) => id === ruleId);
  if (rule === undefined) return null;
  const { id: _, condition, ...rest } = rule;
  return {
    ...newRule,
    ...rest,
    cameraIds: [],
    hours: [],
    condition: { ...condition, objectKinds: [], plates: [] },
  };
}

export function contentOfRule({ id: _, ...content }: RuleView): RuleContent {
  return content;
}

export function draftOf(content: RuleContent): RuleDraft {
  const { condition, hours, sendings, ...rest } = content;
  const known: readonly string[] = objectKinds;
  return {
    ...rest,
    everywhere: content.cameraIds.length === 0,
    objectKinds: condition.objectKinds.filter((kind) => known.includes(kind)),
    otherKinds: condition.objectKinds.filter((kind) => !known.includes(kind)).join(', '),
    leastPercent: numberText(condition.leastPercent),
    plates: condition.plates.join('\n'),
    leastFullPercent: numberText(condition.leastFullPercent),
    seriousOnly: condition.seriousOnly,
    leastSeconds: condition.leastSeconds === 0 ? '' : String(condition.leastSeconds),
    always: hours.length === 0,
    hours: hours.map(({ days, fromMinute, toMinute }) => ({
      key: newKey(),
      days,
      from: clockText(fromMinute),
      to: clockText(toMinute),
    })),
    sendings: sendings.map((sending) => ({ key: newKey(), sending })),
  };
}

const numberText = (value: number | null) => (value === null ? '' : String(value));

export function clockText(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

/** @returns null for a text that is no time of the day */
export function minuteOf(text: string): number | null {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}

/** The end of a day and its beginning are one time on a clock. */
export const endMinute = (minute: number): number => (minute === 0 ? lastMinute : minute);
