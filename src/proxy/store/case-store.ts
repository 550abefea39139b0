import * as z from 'zod/mini';
import type { Case, CaseEntry, CaseItem } from '../../api/cases.ts';
import { eventTopics } from '../../domain/device-event.ts';

export type KeptCase = Omit<Case, 'entries'>;

/** Where something of a case happened, so that it is known whose business it is when it is gone. */
export const casePlaceSchema = z.object({
  cameraIds: z.array(z.string()),
  /** Of an alarm; null where there is none, and for everything else. */
  deviceId: z.nullable(z.string()),
  topic: z.nullable(z.enum(eventTopics)),
});
export type CasePlace = z.infer<typeof casePlaceSchema>;

export interface KeptCaseItem
  extends CaseItem,
    Pick<CaseEntry, 'fromMs' | 'toMs' | 'addedAtMs' | 'addedBy'> {
  readonly caseId: string;
  readonly place: CasePlace;
  /** Null unless it was taken out a while ago, and can still be put back. */
  readonly removedAtMs: number | null;
}

/** What people gather of one matter. */
export interface CaseStore {
  count(): Promise<number>;
  /** The one that was changed last first. */
  readAll(): Promise<readonly KeptCase[]>;
  readOne(caseId: string): Promise<KeptCase | null>;
  add(kept: KeptCase): Promise<void>;
  /** @returns false, and does nothing, where it has another revision by now */
  change(kept: KeptCase, revision: number): Promise<boolean>;
  /** With all that it holds. */
  remove(caseId: string): Promise<void>;
  /** What one holds; nothing that was taken out. The earliest first. */
  readItems(caseId: string): Promise<readonly KeptCaseItem[]>;
  /** Also one that was taken out. */
  readItem(caseId: string, item: CaseItem): Promise<KeptCaseItem | null>;
  /** Inserts or replaces, which changes its case. */
  saveItem(item: KeptCaseItem, nowMs: number): Promise<void>;
  /** Of what was taken out before an instant nothing stays. */
  forgetItems(removedBeforeMs: number): Promise<void>;
}
