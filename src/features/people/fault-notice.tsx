import type { ReactElement } from 'react';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { Notice } from '../../ui/notice.tsx';

/** Why something was not done, and what to do. A password that was not given needs no word. */
export function FaultNotice({ fault }: { readonly fault: Error | null }): ReactElement | null {
  if (fault === null || problemOf(fault).reason === 'confirm-needed') return null;
  const { what, todo } = problemText(problemOf(fault));
  return (
    <Notice tone="error" title={what}>
      {todo}
    </Notice>
  );
}
