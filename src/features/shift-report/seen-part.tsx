import { useSession } from '../../device-access/use-session.ts';
import { t } from '../../messages/t.ts';

/** That a report is of a part of the site, where its reader sees no more. */
export function SeenPart() {
  const session = useSession();
  if (session?.state !== 'signed-in' || session.allCameras) return null;
  return <p className="text-xs text-text-2">{t('shift.seen', { name: session.person.name })}</p>;
}
