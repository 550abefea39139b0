import type { QueryClient } from '@tanstack/react-query';
import { connectionState } from '../../device-access/connection-state.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { showToast } from '../../ui/toast-store.ts';
import { type EditFault, ViewEdits } from './view-edits.ts';

const perClient = new WeakMap<QueryClient, ViewEdits>();

/** The edits of this window: one for all walls, so that undo reaches over a change of view. */
export function editsOf(queryClient: QueryClient): ViewEdits {
  const known = perClient.get(queryClient);
  if (known !== undefined) return known;
  const edits = new ViewEdits(queryClient, (fault) => tell(fault, edits));
  perClient.set(queryClient, edits);
  connectionState.subscribe((now, before) => {
    if (now.state === 'connected' && before.state !== 'connected') edits.saveAll();
  });
  return edits;
}

function tell(fault: EditFault, edits: ViewEdits): void {
  const values = { view: fault.name, problem: problemText(fault.problem).what };
  showToast({
    tone: 'failed',
    text: t(`wall.${fault.during}.failed`, values),
    action:
      fault.during === 'save'
        ? { label: t('wall.save.again'), run: () => edits.saveAll() }
        : undefined,
  });
}
