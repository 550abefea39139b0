import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { adoptSession } from '../../device-access/follow-session.ts';
import { t } from '../../messages/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { GateFrame } from './gate-frame.tsx';
import { SignInForm } from './sign-in-form.tsx';

export interface SignInPageProps {
  /** The site has people without passwords, who come by printed addresses. */
  readonly demo: boolean;
  /** What went before: the session ended by itself or by others, or the person left. */
  readonly before: 'ended' | 'left' | null;
}

/** In place of every page while nobody is signed in; the address stays, so the way on is known. */
export function SignInPage({ demo, before }: SignInPageProps): ReactElement {
  const queryClient = useQueryClient();
  return (
    <GateFrame title={t('account.signIn.title')}>
      {before !== null && (
        <Notice tone="info" title={t(`account.${before}.title`)}>
          {t(`account.${before}.text`)}
        </Notice>
      )}
      {demo && (
        <Notice tone="info" title={t('account.demo.title')}>
          {t('account.demo.text')}
        </Notice>
      )}
      <SignInForm onSignedIn={(session) => adoptSession(queryClient, session)} />
    </GateFrame>
  );
}
