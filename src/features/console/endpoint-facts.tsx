import type { ReactElement, ReactNode } from 'react';
import type { EndpointView } from '../../api/console.ts';
import { t } from '../../messages/t.ts';
import { DangerLabel } from './danger-label.tsx';

export function EndpointFacts({ endpoint }: { readonly endpoint: EndpointView }): ReactElement {
  const { section, role, danger, reply, secretReply } = endpoint;
  const kind = t(`console.reply.kind.${reply}`);
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2">
      <Fact label={t('console.fact.danger')}>
        <DangerLabel danger={danger} />
      </Fact>
      <Fact label={t('console.fact.role')}>{t(`role.${role}`)}</Fact>
      <Fact label={t('console.fact.reply')}>
        {secretReply ? `${kind} · ${t('console.fact.secret')}` : kind}
      </Fact>
      <Fact label={t('console.fact.section')}>{section}</Fact>
    </dl>
  );
}

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
}

function Fact({ label, children }: FactProps): ReactElement {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="text-xs text-text-3">{label}</dt>
      <dd className="flex min-h-5 items-center text-xs wrap-anywhere">{children}</dd>
    </div>
  );
}
