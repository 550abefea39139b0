import type { ChangeTopic } from '../cluster/event-bus.ts';
import type { AccessStore } from '../store/access-store.ts';
import type { AccessRecord } from './access-record.ts';
import { CameraGroups } from './camera-groups.ts';
import { DemoPeople } from './demo-people.ts';
import { Gate, limitsFor } from './gate.ts';
import { Kiosks } from './kiosks.ts';
import { PairingDesk } from './pairing-desk.ts';
import { Passwords } from './passwords.ts';
import { People } from './people.ts';
import { type SessionOwner, Sessions } from './sessions.ts';
import { SetUpCode } from './set-up-code.ts';
import { SignInDesk } from './sign-in.ts';
import { SlowDown } from './slow-down.ts';

export interface Access {
  readonly people: People;
  readonly groups: CameraGroups;
  readonly kiosks: Kiosks;
  readonly sessions: Sessions;
  readonly gate: Gate;
  readonly desk: SignInDesk;
  readonly pairingDesk: PairingDesk;
  readonly setUpCode: SetUpCode;
  readonly demo: DemoPeople | null;
}

export interface AccessDependencies {
  readonly store: AccessStore;
  readonly now: () => number;
  readonly isDemo: boolean;
  readonly publish: (topic: ChangeTopic) => void;
  readonly record: AccessRecord;
  readonly passwords?: Passwords | undefined;
  readonly onFault: (fault: unknown) => void;
}

/** People, their groups and their sessions, each told of what the others change. */
export async function composeAccess(from: AccessDependencies): Promise<Access> {
  const { store, now, isDemo, publish, passwords = new Passwords() } = from;
  const groups = await CameraGroups.load(store, (groupId) => {
    publish('camera-groups');
    for (const session of sessions.all) {
      if (seesBy(session.row.owner).includes(groupId)) session.disconnect();
    }
    publish('cameras');
  });
  const people = await People.load({
    store,
    passwords,
    now,
    onChange: async (personId, what) => {
      publish('people');
      const owned = sessions.ofOwner({ kind: 'person', id: personId });
      if (what === 'authority') await Promise.all(owned.map((one) => sessions.end(one)));
      if (what === 'cameras') for (const session of owned) session.disconnect();
    },
  });
  const kiosks = await Kiosks.load({
    store,
    now,
    onChange: async (kioskId, what) => {
      publish('kiosks');
      const owned = sessions.ofOwner({ kind: 'kiosk', id: kioskId });
      if (what === 'gone') await Promise.all(owned.map((one) => sessions.end(one)));
      if (what === 'cameras') for (const session of owned) session.disconnect();
    },
  });
  const kioskOf = (kioskId: string) => kiosks.get(kioskId);
  const sessions = await Sessions.load({
    store,
    now,
    limitsOf: (owner) =>
      limitsFor(owner, {
        person: owner.kind === 'person' ? people.get(owner.id) : undefined,
        kiosk: owner.kind === 'kiosk' ? kioskOf(owner.id) : undefined,
        isDemo,
      }),
    onChange: () => publish('sessions'),
    onPresence: ({ row }) => {
      if (row.owner.kind === 'kiosk') publish('kiosks');
    },
    onFault: from.onFault,
  });
  const seesBy = (owner: SessionOwner): readonly string[] => {
    if (owner.kind === 'kiosk') return [kioskOf(owner.id)?.groupId ?? ''];
    const cameras = people.get(owner.id)?.cameras ?? [];
    return cameras === 'all' ? [] : cameras;
  };
  const demo = isDemo ? await DemoPeople.of(people) : null;
  const setUpCode = new SetUpCode(now);
  return {
    people,
    groups,
    kiosks,
    sessions,
    gate: new Gate({ people, groups, kioskOf, sessions, now }),
    desk: new SignInDesk({
      people,
      sessions,
      passwords,
      slowDown: new SlowDown(now),
      setUpCode,
      demo,
      record: from.record,
    }),
    pairingDesk: new PairingDesk({ kiosks, sessions, record: from.record, now }),
    setUpCode,
    demo,
  };
}
