import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { signOutHere } from '../../device-access/follow-session.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { ScreenWords } from './screen-words.tsx';

/** Somebody is signed in: pairing would end that, so it is asked for first. */
export function OccupiedPage({ name }: { readonly name: string }): ReactElement {
  const queryClient = useQueryClient();
  const leave = useMutation({ mutationFn: () => signOutHere(queryClient) });
  return (
    <ScreenWords title={t('kiosk.occupied.title', { name })}>
      <p>{t('kiosk.occupied.text')}</p>
      {leave.error !== null && <p role="alert">{problemText(problemOf(leave.error)).what}</p>}
      <div className="flex flex-wrap justify-center gap-3">
        <Button disabled={leave.isPending} onClick={() => leave.mutate()}>
          {t('kiosk.occupied.sign-out')}
        </Button>
        <a href="/" className={buttonLook('primary')}>
          {t('kiosk.occupied.back')}
        </a>
      </div>
    </ScreenWords>
  );
}
