import type { ReactElement } from 'react';
import type { SeenProblem } from '../../api/problem.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Notice } from '../../ui/notice.tsx';

/** Why a screen could not be saved; nothing where it could. */
export function ScreenProblem({ fault }: { readonly fault: unknown }): ReactElement | null {
  if (fault === null || fault === undefined) return null;
  const { what, todo } = words(problemOf(fault));
  return (
    <Notice tone="error" title={what}>
      {todo}
    </Notice>
  );
}

/** The same reasons mean something else about codes than about passwords. */
function words(problem: SeenProblem): { readonly what: string; readonly todo: string } {
  if (problem.reason === 'code-refused') {
    return { what: t('screens.code.refused'), todo: t('screens.code.refused.todo') };
  }
  if (problem.reason === 'too-many-attempts') {
    const seconds = Math.max(1, Math.ceil((problem.retryAfterMs ?? 0) / 1000));
    return { what: t('screens.code.slow'), todo: t('screens.code.slow.todo', { seconds }) };
  }
  if (problem.reason === 'conflict') {
    return { what: t('screens.name.taken'), todo: t('screens.name.taken.todo') };
  }
  return problemText(problem);
}
