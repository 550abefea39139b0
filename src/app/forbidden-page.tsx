import { useNavigate } from '@tanstack/react-router';
import { ShieldX } from 'lucide-react';
import type { SessionView } from '../api/session.ts';
import type { Verb } from '../domain/role.ts';
import { t } from '../messages/t.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export interface ForbiddenPageProps {
  readonly verb: Exclude<Verb, 'self'>;
  readonly session: SessionView;
}

/** In place of a page that the role may not use; says who may help. */
export function ForbiddenPage({ verb, session }: ForbiddenPageProps) {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={ShieldX}
      title={t('account.forbidden.title')}
      actions={
        <Button look="primary" onClick={() => void navigate({ to: '/' })}>
          {t('shell.unknown.back')}
        </Button>
      }
    >
      <p>{t(`account.forbidden.${verb}`)}</p>
      {session.state === 'signed-in' && (
        <p className="mt-2 text-xs">
          {t('account.forbidden.role', {
            name: session.person.name,
            role: t(`role.${session.person.role}`),
          })}
        </p>
      )}
    </EmptyState>
  );
}
