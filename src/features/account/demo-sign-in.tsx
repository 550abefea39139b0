import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { SeenProblem } from '../../api/problem.ts';
import { signInToDemo } from '../../device-access/account.ts';
import { adoptSession } from '../../device-access/follow-session.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { GateActions, GateFrame } from './gate-frame.tsx';

export interface DemoSignInProps {
  /** What stood behind `#demo.` of the address. */
  readonly code: string;
  readonly onDone: () => void;
}

/** Signs in as one of the people of the demo, whoever was signed in before. */
export function DemoSignIn({ code, onDone }: DemoSignInProps): ReactElement {
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<SeenProblem | null>(null);
  const begun = useRef<string | null>(null);
  useEffect(() => {
    if (begun.current === code) return;
    begun.current = code;
    signInToDemo(code).then(
      (session) => {
        adoptSession(queryClient, session);
        onDone();
      },
      (fault: unknown) => setProblem(problemOf(fault)),
    );
  }, [code, queryClient, onDone]);

  const refused = problem?.reason === 'code-refused';
  return (
    <GateFrame title={t('account.signIn.title')}>
      {problem === null ? (
        <p role="status" className="flex items-center justify-center gap-2 text-text-2">
          <Spinner />
          {t('account.demo.doing')}
        </p>
      ) : (
        <>
          <Notice
            tone="error"
            title={refused ? t('account.demo.refused') : problemText(problem).what}
          >
            {refused ? t('account.demo.refusedText') : problemText(problem).todo}
          </Notice>
          <GateActions>
            <Button look="primary" onClick={onDone}>
              {t('account.demo.back')}
            </Button>
          </GateActions>
        </>
      )}
    </GateFrame>
  );
}
