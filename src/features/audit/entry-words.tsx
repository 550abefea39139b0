import {
  Ban,
  Check,
  CheckCheck,
  CircleSlash,
  CircleX,
  type LucideIcon,
  SendHorizontal,
} from 'lucide-react';
import type { ReactElement } from 'react';
import type { AuditEntry } from '../../api/audit.ts';
import { isoInZone } from '../../domain/zone-time.ts';
import { operationText } from '../../messages/operation-text.ts';
import { t } from '../../messages/t.ts';

/** Beyond it a number is no instant; only a line that was changed holds one. */
const latestMs = 8.6e15;

export interface EntryTimeProps {
  readonly atMs: number;
  readonly zone: string;
}

/** When, in the zone of the site. */
export function EntryTime({ atMs, zone }: EntryTimeProps): ReactElement {
  if (!(Math.abs(atMs) < latestMs)) return <>{atMs}</>;
  const at = isoInZone(atMs, zone);
  return (
    <time dateTime={at} title={at} className="whitespace-nowrap">
      {`${at.slice(0, 10)} ${at.slice(11, 19)}`}
    </time>
  );
}

/** What was done: in words, or as the document of a device names it. */
export function Operation({ operation }: { readonly operation: string }): ReactElement {
  const words = operationText(operation);
  if (words !== null) return <>{words}</>;
  return (
    <bdi dir="ltr" className="font-mono text-xs">
      {operation}
    </bdi>
  );
}

// What went well stays quiet: a column of green would hide the line that did not.
const looks: Record<AuditEntry['outcome'], { readonly icon: LucideIcon; readonly ink: string }> = {
  sending: { icon: SendHorizontal, ink: 'text-text-2' },
  done: { icon: Check, ink: 'text-text-2' },
  answered: { icon: CheckCheck, ink: 'text-text-2' },
  refused: { icon: Ban, ink: 'text-p2' },
  failed: { icon: CircleX, ink: 'text-p1' },
  cancelled: { icon: CircleSlash, ink: 'text-text-2' },
};

export function OutcomeLabel({ outcome }: Pick<AuditEntry, 'outcome'>): ReactElement {
  const { icon: Icon, ink } = looks[outcome];
  return (
    <span className={`inline-flex items-center gap-2 whitespace-nowrap ${ink}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(`audit.outcome.${outcome}`)}
    </span>
  );
}
