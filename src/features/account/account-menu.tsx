import { useQueryClient } from '@tanstack/react-query';
import { CircleUserRound, LockKeyhole } from 'lucide-react';
import type { ReactElement } from 'react';
import type { SessionView } from '../../api/session.ts';
import { lockSession } from '../../device-access/account.ts';
import { askConfirmation } from '../../device-access/confirmation.ts';
import { signOutHere } from '../../device-access/follow-session.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { doubtSession } from '../../device-access/session-doubt.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Menu, MenuHeading, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast-store.ts';

export interface AccountMenuProps {
  readonly session: Extract<SessionView, { state: 'signed-in' }>;
  readonly current: boolean;
  readonly onOpenAccount: () => void;
}

/** Who is signed in, and the ways out. Looks like a place of the navigation around it. */
export function AccountMenu({ session, current, onOpenAccount }: AccountMenuProps): ReactElement {
  const queryClient = useQueryClient();
  const { person, locked, hasPassword } = session;
  const who = { name: person.name, role: t(`role.${person.role}`) };
  const label = t(locked ? 'account.menu.locked' : 'account.menu', who);
  const Icon = locked ? LockKeyhole : CircleUserRound;

  const leave = async () => {
    try {
      await signOutHere(queryClient);
    } catch (fault) {
      tell('account.menu.failed', fault);
    }
  };
  const lock = async () => {
    try {
      await lockSession();
      await doubtSession();
      showToast({ tone: 'done', text: t('account.menu.locked.done') });
    } catch (fault) {
      tell('account.menu.lockFailed', fault);
    }
  };
  const unlock = async () => {
    if (await askConfirmation()) {
      showToast({ tone: 'done', text: t('account.menu.unlocked.done') });
    }
  };

  return (
    <Menu
      label={label}
      trigger={
        <button
          type="button"
          aria-label={label}
          title={label}
          data-locked={locked}
          aria-current={current ? 'page' : undefined}
          className="shell-place data-[locked=true]:text-p2"
        >
          <Icon aria-hidden className="size-5" strokeWidth={1.75} />
          <span aria-hidden className="shell-place-name">
            {t('account.menu.short')}
          </span>
        </button>
      }
    >
      <MenuHeading>
        <bdi className="block max-w-56 truncate text-sm font-medium text-text">{who.name}</bdi>
        {who.role}
      </MenuHeading>
      <MenuItem onSelect={onOpenAccount}>{t('account.menu.page')}</MenuItem>
      {hasPassword && (
        <MenuItem onSelect={() => void (locked ? unlock() : lock())}>
          {t(locked ? 'account.menu.unlock' : 'account.menu.lock')}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem onSelect={() => void leave()}>{t('account.menu.signOut')}</MenuItem>
    </Menu>
  );
}

function tell(id: 'account.menu.failed' | 'account.menu.lockFailed', fault: unknown): void {
  const problem = problemText(problemOf(fault)).what;
  showToast({ tone: 'failed', text: t(id, { problem }) });
}
