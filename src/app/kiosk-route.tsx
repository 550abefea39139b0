import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../device-access/account.ts';
import { KioskPage } from '../features/kiosk/index.ts';

/** Without navigation and status: a screen shows its view alone. */
export function KioskRoute() {
  const session = useQuery(sessionQuery());
  return session.data === undefined ? null : <KioskPage session={session.data} />;
}
