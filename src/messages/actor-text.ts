import type { AuditActor } from '../api/audit.ts';
import { t } from './t.ts';

/** Who did what the record says. */
export function actorText({ kind, name }: AuditActor): string {
  return kind === 'person' ? name : t(`audit.actor.${kind}`, { name });
}
