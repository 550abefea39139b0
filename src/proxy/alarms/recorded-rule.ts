import { cleanText } from '../registry/clean-name.ts';
import type { RuleContent } from './alarm-rules.ts';

/** The record needs a bounded room. */
const longest = 400;

/** A rule for the record: one that is narrowed is as good as gone for what it no longer is about. */
export function recordedRule(
  { topic, priority, enabled, cameraIds, hours, condition, sendings }: RuleContent,
  nameOf: (cameraId: string) => string,
): Record<string, string> {
  const { plates, objectKinds, leastSeconds, leastPercent, leastFullPercent, seriousOnly } =
    condition;
  const listed = (texts: readonly string[], none: string) =>
    texts.length === 0 ? none : cleanText(texts.join(', '), longest);
  const least = [leastPercent, leastFullPercent].flatMap((one) => one ?? []);
  return {
    ...{ topic, priority: String(priority), enabled: String(enabled) },
    cameras: listed(cameraIds.map(nameOf), 'all'),
    hours: listed(
      hours.map(({ days, fromMinute, toMinute }) => `${days.join('')} ${fromMinute}-${toMinute}`),
      'always',
    ),
    kinds: listed(objectKinds, 'all'),
    plates: String(plates.length),
    ...(least.length === 0 ? {} : { least: `${least.join(', ')} %` }),
    ...(seriousOnly ? { serious: 'only' } : {}),
    ...(leastSeconds === 0 ? {} : { lasting: `${leastSeconds} s` }),
    sendings: String(sendings.length),
  };
}
