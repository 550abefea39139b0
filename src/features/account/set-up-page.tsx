import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { adoptSession } from '../../device-access/follow-session.ts';
import { t } from '../../messages/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { GateFrame } from './gate-frame.tsx';
import { SetUpForm } from './set-up-form.tsx';

export interface SetUpPageProps {
  /** What stood behind `#` of the address that the start printed. */
  readonly code: string;
}

/** The very first page: whoever holds the code becomes the first administrator. */
export function SetUpPage({ code }: SetUpPageProps): ReactElement {
  const queryClient = useQueryClient();
  const [refused, setRefused] = useState<string | null>(null);
  const trouble = code === '' ? 'noCode' : refused === code ? 'expired' : null;
  return (
    <GateFrame title={t('account.setUp.title')}>
      {trouble !== null && (
        <Notice tone="error" title={t(`account.setUp.${trouble}.title`)}>
          {t(`account.setUp.${trouble}.text`)}
        </Notice>
      )}
      {code !== '' && (
        <>
          <p className="text-center text-balance text-text-2">{t('account.setUp.text')}</p>
          <SetUpForm
            code={code}
            onRefused={() => setRefused(code)}
            onDone={(session) => adoptSession(queryClient, session)}
          />
        </>
      )}
    </GateFrame>
  );
}
