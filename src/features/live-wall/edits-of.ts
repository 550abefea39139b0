import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../../device-access/account.ts';
import { connectionState } from '../../device-access/connection-state.ts';
import { mayIn } from '../../device-access/use-session.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { showToast } from '../../ui/toast-store.ts';
import { type EditFault, ViewEdits } from './view-edits.ts';

interface OwnedEdits {
  /** Whose they are: what one person has changed is not for the next at this window. */
  readonly owner: string;
  readonly edits: ViewEdits;
  readonly end: () => void;
}

const perClient = new WeakMap<QueryClient, OwnedEdits>();

/** The edits of this window: one for all walls, so that undo reaches over a change of view. */
export function editsOf(queryClient: QueryClient): ViewEdits {
  const session = queryClient.getQueryData(sessionQuery().queryKey);
  const shared = mayIn(session, 'arrange');
  const person = session?.state === 'signed-in' ? session.person.id : '';
  const owner = `${person} ${shared}`;
  const known = perClient.get(queryClient);
  if (known?.owner === owner) return known.edits;
  known?.end();
  const edits = new ViewEdits({ queryClient, shared, onFault: (fault) => tell(fault, edits) });
  const end = connectionState.subscribe((now, before) => {
    if (now.state === 'connected' && before.state !== 'connected') edits.saveAll();
  });
  perClient.set(queryClient, { owner, edits, end });
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
