import type { RuleContent } from '../../api/alarm-rules.ts';
import type { EventSending } from '../../api/event-sending.ts';
import { anyCondition, plainPlate } from '../../domain/alarm-rule.ts';
import type { EventTopic } from '../../domain/device-event.ts';
import { t } from '../../messages/t.ts';
import { endMinute, minuteOf, type RuleDraft } from './rule-draft.ts';

/** A place of the form, such as `name` or `hours.3`, with what is wrong there. */
export type DraftFaults = Readonly<Record<string, string>>;

export type ReadDraft =
  | { readonly content: RuleContent; readonly faults: null }
  | { readonly content: null; readonly faults: DraftFaults };

/** What a topic can be asked about. */
export type ConditionField = 'kinds' | 'percent' | 'plates' | 'full' | 'serious' | 'seconds';

const fieldsOfTopic: Readonly<Partial<Record<EventTopic, readonly ConditionField[]>>> = {
  object: ['kinds', 'percent'],
  plate: ['plates'],
  motion: ['percent', 'seconds'],
  parking: ['full', 'seconds'],
  system: ['serious'],
  connection: ['seconds'],
  channel: ['seconds'],
  recording: ['seconds'],
  call: ['seconds'],
  input: ['seconds'],
  tampering: ['seconds'],
  arming: ['seconds'],
};

export function conditionFields(topic: EventTopic): readonly ConditionField[] {
  return fieldsOfTopic[topic] ?? [];
}

const longest = { kinds: 20, plates: 1000, seconds: 3600 } as const;

/** @param nameOptional the product has words of its own for it */
export function readDraft(draft: RuleDraft, nameOptional: boolean): ReadDraft {
  const faults: Record<string, string> = {};
  if (draft.name.trim() === '' && !nameOptional) faults.name = t('rules.name.missing');
  if (!draft.everywhere && draft.cameraIds.length === 0)
    faults.cameras = t('rules.cameras.missing');
  const condition = readCondition(draft, faults);
  const hours = draft.always ? [] : readHours(draft, faults);
  if (draft.linkedCameraIds.length > 8) faults.linked = t('rules.linked.many');
  for (const { key, sending } of draft.sendings) {
    const fault = sendingFault(sending);
    if (fault !== null) faults[`sendings:${key}`] = fault;
  }
  if (Object.keys(faults).length > 0) return { content: null, faults };
  const { enabled, topic, priority } = draft;
  return {
    faults: null,
    content: {
      name: draft.name.trim(),
      enabled,
      topic,
      cameraIds: draft.everywhere ? [] : [...draft.cameraIds],
      condition,
      hours,
      priority,
      procedure: draft.procedure.trim(),
      linkedCameraIds: [...draft.linkedCameraIds],
      sendings: draft.sendings.map(({ sending }) => sending),
    },
  };
}

/** Only what fits the topic is kept: a condition that nobody sees would hold back alarms unseen. */
function readCondition(draft: RuleDraft, faults: Record<string, string>) {
  const asked = new Set(conditionFields(draft.topic));
  const percent = (text: string, field: string): number | null => {
    if (text.trim() === '') return null;
    const value = Number(text);
    if (!(value >= 0 && value <= 100)) faults[field] = t('rules.percent.wrong');
    return value;
  };
  const condition = { ...anyCondition, objectKinds: [] as string[], plates: [] as string[] };
  if (asked.has('kinds')) {
    const other = draft.otherKinds.split(/[,\n]/).map((kind) => kind.trim());
    condition.objectKinds = [...new Set([...draft.objectKinds, ...other.filter(Boolean)])];
    if (condition.objectKinds.length > longest.kinds) faults.kinds = t('rules.kinds.many');
  }
  if (asked.has('plates')) {
    condition.plates = draft.plates
      .split(/[,;\n]/)
      .map((plate) => plate.trim())
      .filter(Boolean);
    const bad = condition.plates.find((plate) => plainPlate(plate) === '' || plate.length > 20);
    if (bad !== undefined) faults.plates = t('rules.plates.wrong', { plate: bad });
    if (condition.plates.length > longest.plates) faults.plates = t('rules.plates.many');
  }
  if (asked.has('percent')) condition.leastPercent = percent(draft.leastPercent, 'percent');
  if (asked.has('full')) {
    condition.leastFullPercent = percent(draft.leastFullPercent, 'full');
    if (condition.leastFullPercent === null) faults.full = t('rules.full.missing');
  }
  if (asked.has('serious')) condition.seriousOnly = draft.seriousOnly;
  if (asked.has('seconds') && draft.leastSeconds.trim() !== '') {
    condition.leastSeconds = Number(draft.leastSeconds);
    const { leastSeconds } = condition;
    if (!(leastSeconds >= 0 && leastSeconds <= longest.seconds)) {
      faults.seconds = t('rules.seconds.wrong');
    }
  }
  return condition;
}

function readHours(draft: RuleDraft, faults: Record<string, string>): RuleContent['hours'] {
  if (draft.hours.length === 0) faults.hours = t('rules.hours.missing');
  return draft.hours.map(({ key, days, from, to }) => {
    const [start, end] = [minuteOf(from), minuteOf(to)];
    if (days.length === 0) faults[`hours.${key}`] = t('rules.hours.noDay');
    else if (start === null || end === null) faults[`hours.${key}`] = t('rules.hours.noTime');
    else if (start === end && start !== 0) faults[`hours.${key}`] = t('rules.hours.same');
    return { days: [...days], fromMinute: start ?? 0, toMinute: endMinute(end ?? 0) };
  });
}

function sendingFault(sending: EventSending): string | null {
  const place = 'cameraId' in sending ? sending.cameraId : sending.deviceId;
  if (place === '') return t('rules.sending.noPlace');
  if (sending.kind === 'plate' && sending.plate.trim() === '') return t('rules.sending.noPlate');
  if (sending.kind === 'call' && sending.caller.trim() === '') return t('rules.sending.noCaller');
  return null;
}
