import type { HandoverNote } from '../../api/shift-report.ts';

/** What one shift leaves to the next. Nothing is ever changed; what is old goes. */
export interface HandoverStore {
  add(note: HandoverNote): Promise<void>;
  /** Of a time, the first one first; the end itself no longer counts. */
  read(fromMs: number, toMs: number): Promise<readonly HandoverNote[]>;
  /** The newest, the last one first. */
  readNewest(most: number): Promise<readonly HandoverNote[]>;
  forget(beforeMs: number): Promise<void>;
}
