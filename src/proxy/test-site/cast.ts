import type { Role } from '../../domain/role.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { password, type TestProxy } from './test-proxy.ts';

/** Everybody who can stand before the proxy, by what they are to it. */
export const callerNames = [
  'nobody',
  'signed-out',
  'switched-off',
  'kiosk',
  'viewer',
  'operator',
  'locked operator',
  'supervisor',
  'administrator',
  'administrator of an hour ago',
] as const;
export type CallerName = (typeof callerNames)[number];

const minute = 60_000;
const visitor = { browser: 'test', address: '127.0.0.1' };

export interface Cast {
  /** A token of a session that nothing has been done with yet; '' for nobody. */
  enter(name: CallerName): Promise<string>;
}

/** Registers one of each; the proxy starts anew on the way, as it learns of its screens then. */
export async function gatherCast(proxy: TestProxy, groupId: string, viewId: string): Promise<Cast> {
  const kiosk = { id: opaqueId(), name: 'Porch', viewId, groupId, pairedAtMs: Date.now() };
  await proxy.parts.store.access.saveKiosk(kiosk);
  await proxy.stop();
  await proxy.start();
  const { people } = proxy.parts.access;
  const add = (name: string, role: Role) => people.add({ name, role, cameras: 'all', password });
  const ids = {
    viewer: (await add('Viewer', 'viewer')).id,
    operator: (await add('Operator', 'operator')).id,
    supervisor: (await add('Supervisor', 'supervisor')).id,
    administrator: (await add('Administrator', 'administrator')).id,
    'switched-off': (await add('Former', 'administrator')).id,
  };
  await people.change(ids['switched-off'], { enabled: false });
  const begin = (personId: string) => sessionOf(proxy, { kind: 'person', id: personId });
  return {
    enter: async (name) => {
      switch (name) {
        case 'nobody':
          return '';
        case 'kiosk':
          return (await sessionOf(proxy, { kind: 'kiosk', id: kiosk.id })).token;
        case 'signed-out': {
          const { session, token } = await begin(ids.administrator);
          await proxy.parts.access.sessions.end(session);
          return token;
        }
        case 'locked operator': {
          const { session, token } = await begin(ids.operator);
          session.row = { ...session.row, lastInputMs: Date.now() - 16 * minute };
          return token;
        }
        case 'administrator of an hour ago': {
          const { session, token } = await begin(ids.administrator);
          session.row = { ...session.row, confirmedAtMs: Date.now() - 60 * minute };
          return token;
        }
        default:
          return (await begin(ids[name])).token;
      }
    },
  };
}

function sessionOf(proxy: TestProxy, owner: { kind: 'person' | 'kiosk'; id: string }) {
  return proxy.parts.access.sessions.begin(owner, visitor);
}
