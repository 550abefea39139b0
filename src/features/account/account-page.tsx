import type { ReactElement, ReactNode } from 'react';
import { useSession } from '../../device-access/use-session.ts';
import { t } from '../../messages/t.ts';
import { PageFrame } from '../../ui/page-frame.tsx';
import { ChangePasswordForm } from './change-password-form.tsx';
import { ConnectionFacts } from './connection-facts.tsx';
import { OwnSessions } from './own-sessions.tsx';

/** What a person can see and change of the own account. */
export function AccountPage(): ReactElement | null {
  const session = useSession();
  if (session?.state !== 'signed-in') return null;
  const { person, allCameras, hasPassword } = session;
  return (
    <PageFrame
      title={<bdi>{person.name}</bdi>}
      lead={<p className="text-xs text-text-2">{t('account.page.title')}</p>}
      centred
    >
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-8 px-4 pb-8 sm:px-8">
        <p className="text-text-2">
          {t('account.page.role', {
            role: t(`role.${person.role}`),
            cameras: t(allCameras ? 'account.page.allCameras' : 'account.page.someCameras'),
          })}
        </p>
        <Section title={t('account.password.title')}>
          {hasPassword ? (
            <ChangePasswordForm name={person.name} />
          ) : (
            <p className="text-text-2">{t('account.password.none')}</p>
          )}
        </Section>
        <Section title={t('account.sessions.title')}>
          <OwnSessions />
        </Section>
        <Section title={t('account.connection.title')}>
          <ConnectionFacts />
        </Section>
      </div>
    </PageFrame>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-base font-semibold">{title}</h2>
      {children}
    </section>
  );
}
