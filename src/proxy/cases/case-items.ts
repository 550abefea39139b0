import type { CaseEntry, CaseItem } from '../../api/cases.ts';
import type { Caller } from '../access/caller.ts';
import type { AlarmParts } from '../alarms/compose-alarms.ts';
import { SeenAlarms } from '../alarms/seen-alarms.ts';
import { type BookmarkDesk, seesAll } from '../bookmarks/bookmark-desk.ts';
import type { ExportDesk } from '../exports/export-desk.ts';
import { mayReach } from '../exports/export-view.ts';
import type { CameraDirectory } from '../registry/camera-directory.ts';
import { RequestFault } from '../request-fault.ts';
import type { AlarmStore } from '../store/alarm-store.ts';
import type { CasePlace, KeptCaseItem } from '../store/case-store.ts';

/** Where what a case may hold is found. */
export interface CaseSources {
  readonly bookmarks: Pick<BookmarkDesk, 'one'>;
  readonly exports: Pick<ExportDesk, 'one'>;
  readonly alarms: Pick<AlarmParts, 'alarms' | 'keep' | 'seen'>;
  readonly alarmStore: Pick<AlarmStore, 'readAlarm'>;
  readonly directory: Pick<CameraDirectory, 'standing'>;
}

type FoundItem = Pick<KeptCaseItem, 'fromMs' | 'toMs' | 'place'> & Pick<CaseEntry, 'found'>;
type Kind = CaseItem['kind'];

interface KindRules {
  /** @throws RequestFault `not-found` for what is not there, or not the caller's business */
  readonly find: (caller: Caller, id: string, from: CaseSources) => Promise<FoundItem>;
  /** Whether what happened at a place is the caller's business, even when nothing else is left. */
  readonly mayReach: (caller: Caller, place: CasePlace, from: CaseSources) => boolean;
}

const rules: Readonly<Record<Kind, KindRules>> = {
  bookmark: {
    find: async (caller, id, { bookmarks }) => {
      const found = await bookmarks.one(caller, id);
      const { fromMs, toMs, cameraIds } = found;
      return { found, fromMs, toMs, place: ofCameras(cameraIds) };
    },
    mayReach: (caller, place) => seesAll(caller, place),
  },
  export: {
    find: async (caller, id, { exports }) => {
      const found = exports.one(caller, id);
      const { fromMs, toMs, cameras } = found;
      return { found, fromMs, toMs, place: ofCameras(cameras.map(({ cameraId }) => cameraId)) };
    },
    mayReach: (caller, { cameraIds }, { directory }) =>
      mayReach(caller, { cameras: cameraIds.map((cameraId) => ({ cameraId })) }, directory),
  },
  alarm: {
    find: async (caller, id, { alarms, alarmStore }) => {
      await alarms.keep(id);
      const alarm = alarms.alarms.recent(id) ?? (await alarmStore.readAlarm(id));
      const found = alarm && new SeenAlarms(caller, alarms.seen).view(alarm);
      if (!found) throw new RequestFault('not-found');
      const { firstAtMs: fromMs, cameraId, deviceId, topic } = found;
      const cameraIds = cameraId === null ? [] : [cameraId];
      return { found, fromMs, toMs: null, place: { cameraIds, deviceId, topic } };
    },
    mayReach: (caller, { cameraIds: [cameraId = null], deviceId, topic }, { alarms }) =>
      topic !== null && new SeenAlarms(caller, alarms.seen).may({ cameraId, deviceId, topic }),
  },
};

function ofCameras(cameraIds: readonly string[]): CasePlace {
  return { cameraIds: [...cameraIds], deviceId: null, topic: null };
}

/** @throws RequestFault `not-found` for what is not there, or not the caller's business */
export function findItem(
  caller: Caller,
  { kind, id }: CaseItem,
  from: CaseSources,
): Promise<FoundItem> {
  return rules[kind].find(caller, id, from);
}

/** By where it happened as it was when it was put in, so that it holds for what is gone as well. */
export function mayReachItem(
  caller: Caller,
  { kind, place }: Pick<KeptCaseItem, 'kind' | 'place'>,
  from: CaseSources,
): boolean {
  return rules[kind].mayReach(caller, place, from);
}

/** As it is now; what is gone keeps its place in the case. */
export async function entryOf(
  caller: Caller,
  item: KeptCaseItem,
  from: CaseSources,
): Promise<CaseEntry> {
  const { kind, id, addedAtMs, addedBy, fromMs, toMs } = item;
  const found = await foundNow(caller, item, from);
  // The kind of what was found is that of the item, which the compiler cannot follow here.
  return { kind, id, addedAtMs, addedBy, fromMs, toMs, found } as CaseEntry;
}

async function foundNow(caller: Caller, item: KeptCaseItem, from: CaseSources) {
  try {
    return (await findItem(caller, item, from)).found;
  } catch (fault) {
    if (fault instanceof RequestFault && fault.fault === 'not-found') return null;
    throw fault;
  }
}
