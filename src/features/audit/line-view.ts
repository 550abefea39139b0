import type { AuditEntry } from '../../api/audit.ts';
import type { LineWindow } from '../../ui/use-line-window.ts';

/** What the table and the cards draw from. */
export interface LineView {
  readonly entries: readonly AuditEntry[];
  readonly window: LineWindow;
  readonly active: number;
  readonly openNumber: number | null;
  readonly zone: string;
  readonly onOpen: (number: number) => void;
  /** Lines in all; -1 while there are older ones. */
  readonly total: number;
}
