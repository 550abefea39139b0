import type { CaseItem } from '../../api/cases.ts';
import { type Audit, signatureOf } from '../access/audit.ts';
import type { PersonCaller } from '../access/caller.ts';
import type { KeptCase } from '../store/case-store.ts';

export type CaseAct =
  | 'add'
  | 'change'
  | 'close'
  | 'reopen'
  | 'remove'
  | 'item-add'
  | 'item-remove'
  | 'item-restore';

/** The record needs a bounded room; the text itself is whole in its own place. */
const longestRecorded = 500;

export interface CaseDeed {
  readonly by: PersonCaller;
  readonly address: string;
}

export async function recordCase(
  audit: Pick<Audit, 'write'>,
  { by, address }: CaseDeed,
  act: CaseAct,
  { id, title, text }: KeptCase,
  item?: CaseItem,
): Promise<void> {
  const isWritten = act === 'add' || act === 'change';
  await audit.write({
    ...signatureOf(by, address),
    operation: `case.${act}`,
    object: { kind: 'case', id, name: title },
    parameters: {
      ...(isWritten && { text: text.slice(0, longestRecorded) }),
      ...(item && { [item.kind]: item.id }),
    },
    outcome: 'done',
    detail: '',
    revealed: false,
  });
}
