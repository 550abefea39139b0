import { KeyRound } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import type { SeenProblem } from '../../api/problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { AccountFields, type AccountForm } from './account-fields.tsx';
import { lastAccount } from './last-account.ts';

export interface AccountPanelProps {
  readonly problem: SeenProblem;
  /** Tries the account of the device before; its password is not shown. */
  readonly onReuse: () => void;
}

/** Asks for the account when the device does. What was typed before stays in the fields. */
export function AccountPanel({ problem, onReuse }: AccountPanelProps): ReactElement {
  const { setFocus, getValues } = useFormContext<AccountForm>();
  const refused = problem.reason === 'login-refused';
  const last = lastAccount();

  useEffect(
    () => setFocus(getValues('username') === '' ? 'username' : 'password', { shouldSelect: true }),
    [setFocus, getValues],
  );

  return (
    <section className="flex flex-col gap-4 rounded-control border border-accent bg-panel p-4">
      <div role="alert">
        <h3 className="flex items-center gap-2 font-semibold">
          <KeyRound aria-hidden className="size-4 shrink-0 text-accent" />
          {t(refused ? 'devices.account.refusedTitle' : 'devices.account.title')}
        </h3>
        {refused && <p className="mt-1 text-text-2">{problemText(problem).todo}</p>}
      </div>
      <AccountFields required />
      {last !== null && (
        <Button onClick={onReuse} className="wrap-anywhere">
          {t('devices.account.reuse', { username: last.username })}
        </Button>
      )}
      <p className="text-xs text-text-2">{t('devices.account.text')}</p>
    </section>
  );
}
