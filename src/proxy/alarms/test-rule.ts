import { anyCondition } from '../../domain/alarm-rule.ts';
import type { RuleContent } from './alarm-rules.ts';

/** A rule of a test: about any motion, always, at every camera. */
export function ruleOf(
  more: Partial<Omit<RuleContent, 'condition'>> & {
    readonly condition?: Partial<RuleContent['condition']>;
  } = {},
): RuleContent {
  const { condition, ...rest } = more;
  return {
    name: 'Movement',
    enabled: true,
    topic: 'motion',
    cameraIds: [],
    hours: [],
    priority: 3,
    procedure: '',
    linkedCameraIds: [],
    sendings: [],
    ...rest,
    condition: { ...anyCondition, objectKinds: [], plates: [], ...condition },
  };
}
