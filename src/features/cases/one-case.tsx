import { ArrowLeft, Lock } from 'lucide-react';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import type { Case } from '../../api/cases.ts';
import { useSession } from '../../device-access/use-session.ts';
import { useSiteZone } from '../../device-access/use-site-zone.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseEntries } from './case-entries.tsx';
import { CaseForm } from './case-form.tsx';
import { mayChange } from './case-rights.ts';
import type { CaseRoads } from './case-roads.ts';
import { PrintedBy } from './printed-by.tsx';

export interface OneCaseProps {
  readonly shown: Case;
  readonly roads: CaseRoads;
  /** What went wrong when it was read again. */
  readonly children?: ReactNode;
}

export function OneCase({ shown, roads, children }: OneCaseProps): ReactElement {
  const { title, text, closed } = shown;
  const session = useSession();
  const zone = useSiteZone();
  const [writing, setWriting] = useState(false);
  const dirty = useRef(false);
  const may = mayChange(session, shown);
  const when = (atMs: number) => momentInZone(atMs, zone);
  const stop = () => {
    dirty.current = false;
    setWriting(false);
  };
  return (
    <PageFrame
      title={<bdi>{title}</bdi>}
      lead={
        <Button look="quiet" className="-ms-3" onClick={() => void roads.back()}>
          <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
          {t('cases.back')}
        </Button>
      }
      aside={
        closed && (
          <span className="flex items-center gap-1.5 text-text-2">
            <Lock aria-hidden className="size-4" />
            {t('cases.closed.by', { name: closed.by.name, when: when(closed.atMs) })}
          </span>
        )
      }
      actions={
        !writing && (
          <CaseActions
            shown={shown}
            may={may}
            onWrite={() => setWriting(true)}
            onLeave={roads.back}
          />
        )
      }
    >
      <LeaveGuard
        dirty={dirty}
        words={{
          title: t('cases.leave.title'),
          text: t('cases.leave.text'),
          leave: t('cases.leave.confirm'),
          stay: t('cases.leave.stay'),
        }}
      />
      <div className="flex max-w-6xl flex-col gap-4 px-4 pb-8 sm:px-8 print:max-w-none print:px-0">
        {children}
        <PrintedBy zone={zone} />
        {writing ? (
          <CaseForm
            shown={shown}
            onDirty={(now) => {
              dirty.current = now;
            }}
            onDone={stop}
          />
        ) : (
          <p dir="auto" className="max-w-3xl whitespace-pre-line wrap-anywhere">
            {text === '' ? <span className="text-text-2">{t('cases.text.none')}</span> : text}
          </p>
        )}
        <p className="text-sm print:text-xs text-text-2 tabular-nums">
          {t('cases.facts', {
            ...{ name: shown.by.name, when: when(shown.createdAtMs) },
            ...{ changed: when(shown.changedAtMs), zone },
          })}
        </p>
        <CaseEntries shown={shown} zone={zone} roads={roads} />
      </div>
    </PageFrame>
  );
}
