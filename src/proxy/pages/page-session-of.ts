import type { Access } from '../access/access.ts';
import type { AccessRecord } from '../access/access-record.ts';
import { authorize } from '../access/authorize.ts';
import type { PolledViewings } from '../access/polled-viewings.ts';
import type { Session } from '../access/sessions.ts';
import { viewingOf } from '../access/viewing.ts';
import type { CameraDirectory } from '../registry/camera-directory.ts';
import type { PageSession } from './page-session.ts';

export interface PageSessionParts {
  readonly access: Pick<Access, 'gate' | 'sessions'>;
  readonly directory: Pick<CameraDirectory, 'standing'>;
  readonly polled: PolledViewings;
  readonly record: AccessRecord;
  readonly now: () => number;
}

/** A session as the pages know it that are opened by it. */
export function pageSessionOf(
  { access, directory, polled, record, now }: PageSessionParts,
  session: Session,
  address: string,
): PageSession {
  const { gate, sessions } = access;
  const viewing = viewingOf({
    caller: () => gate.callerWith(session),
    address,
    camera: (id) => directory.standing(id),
    record,
    now,
  });
  return {
    id: session.id,
    attach: (close) => session.attach(close),
    watches: (cameraId) => polled.touch(session.id, cameraId, viewing),
    may: (verb, cameraId) => {
      if (!sessions.all.includes(session) || !sessions.isAlive(session)) return false;
      const caller = gate.callerWith(session);
      // Where nobody was at the keyboard for long, only looking goes on.
      if (verb === 'control' && gate.isLocked(caller)) return false;
      const camera = directory.standing(cameraId);
      return camera !== null && authorize(caller, verb, camera);
    },
  };
}
