import type { Bookmark } from '../../api/bookmarks.ts';

/** Where what a case holds belongs; whoever mounts the page knows the addresses. */
export interface CaseRoads {
  /** Resolves once it is there. */
  readonly back: () => Promise<void>;
  readonly play: (bookmark: Bookmark) => void;
  readonly openExport: (exportId: string) => void;
  readonly openAlarm: (alarmId: string) => void;
}
