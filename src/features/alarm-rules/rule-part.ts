import type { CameraView } from '../../api/camera.ts';
import type { DraftFaults } from './read-draft.ts';
import type { RuleDraft } from './rule-draft.ts';

/** What every part of the form is given. */
export interface RulePartProps {
  readonly draft: RuleDraft;
  readonly faults: DraftFaults;
  readonly cameras: readonly CameraView[];
  readonly onChange: (part: Partial<RuleDraft>) => void;
}
