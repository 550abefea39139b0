import type { ReactElement } from 'react';
import type { ConsoleReply, EndpointView } from '../../api/console.ts';
import type { DeviceView } from '../../api/device.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AuditRecord } from './audit-record.tsx';
import { DecodedReply } from './decoded-reply.tsx';
import { RawReply } from './raw-reply.tsx';
import { sizeText } from './size-text.ts';
import type { ConsoleCallRun } from './use-console-call.ts';

export interface ReplyPanelProps {
  readonly device: DeviceView;
  readonly endpoint: EndpointView;
  readonly call: ConsoleCallRun;
}

/** What came of a run: why nothing was sent, or the reply and its entry in the record. */
export function ReplyPanel({ device, endpoint, call }: ReplyPanelProps): ReactElement | null {
  const { reply, refusal } = call;
  if (refusal !== null) {
    const { what, todo } = problemText(refusal);
    return (
      <Notice tone={refusal.reason === 'stopped' ? 'info' : 'error'} title={what}>
        {todo}
      </Notice>
    );
  }
  if (reply === null) return null;
  return (
    <section aria-label={t('console.reply')} className="flex min-w-0 flex-col gap-3">
      <div role="status" className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="font-semibold">{t('console.reply')}</h3>
        <ReplyFacts reply={reply} />
      </div>
      {reply.problem !== undefined && (
        <Notice tone="warning" title={problemText(reply.problem).what}>
          {problemText(reply.problem).todo}
        </Notice>
      )}
      <SecretsNotice endpoint={endpoint} reply={reply} onReveal={call.reveal} />
      <Tabs
        // A new reply begins with its decoded view.
        key={reply.audit.number}
        label={t('console.reply.views')}
        tabs={[
          {
            id: 'decoded',
            label: t('console.reply.decoded'),
            content: <DecodedReply endpoint={endpoint} reply={reply} />,
          },
          { id: 'raw', label: t('console.reply.raw'), content: <RawReply reply={reply} /> },
          {
            id: 'record',
            label: t('console.reply.record'),
            content: <AuditRecord entry={reply.audit} zone={device.zone} />,
          },
        ]}
      />
    </section>
  );
}

function ReplyFacts({ reply }: { readonly reply: ConsoleReply }): ReactElement {
  const { status, tookMs, bytes, contentType, ended } = reply;
  const facts = [
    status === undefined ? '' : t('console.reply.status', { status }),
    t('console.reply.took', { milliseconds: tookMs }),
    status === undefined ? '' : sizeText(bytes),
    contentType,
    status === undefined ? '' : t(`console.ended.${ended}`),
  ];
  return (
    <ul className="flex flex-wrap gap-x-3 text-xs text-text-2">
      {facts
        .filter((fact) => fact !== '')
        .map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
    </ul>
  );
}

interface SecretsNoticeProps {
  readonly endpoint: EndpointView;
  readonly reply: ConsoleReply;
  readonly onReveal: () => void;
}

function SecretsNotice({ endpoint, reply, onReveal }: SecretsNoticeProps): ReactElement | null {
  if (reply.audit.revealed) {
    return (
      <Notice tone="warning" title={t('console.reply.revealed')}>
        {t('console.reply.revealedText')}
      </Notice>
    );
  }
  if (!reply.masked) return null;
  // Running a change a second time only to see its reply would change twice.
  const mayAsk = endpoint.danger === 'safe';
  return (
    <Notice
      tone="info"
      title={t('console.reply.masked')}
      actions={mayAsk && <Button onClick={onReveal}>{t('console.reply.reveal')}</Button>}
    >
      {t(mayAsk ? 'console.reply.maskedText' : 'console.reply.maskedStays')}
    </Notice>
  );
}
