import { UserRound } from 'lucide-react';
import { releaseCamera, takeOverCamera } from '../../device-access/control-socket.ts';
import { useSession } from '../../device-access/use-session.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { useSteeringReport } from './use-steering-report.ts';

/** Who holds the camera, where anybody does; supervisors can take it over. */
export function WhoSteers({ cameraId }: { readonly cameraId: string }) {
  const holder = useSteeringReport(cameraId)?.holder ?? null;
  const session = useSession();
  const role = session?.state === 'signed-in' ? session.person.role : 'viewer';
  const supervises = role === 'supervisor' || role === 'administrator';
  return (
    <div role="status" className="contents">
      {holder !== null && (
        <p className="flex min-h-8 flex-wrap items-center gap-2 text-sm">
          <UserRound aria-hidden className="size-4 shrink-0 text-text-3" />
          <span className={holder.own ? 'grow text-text-2' : 'grow font-semibold'}>
            {holder.own ? t('ptz.holder.own') : t('ptz.holder.other', { name: holder.name })}
          </span>
          {holder.own ? (
            <Button look="quiet" onClick={() => releaseCamera(cameraId)}>
              {t('ptz.release')}
            </Button>
          ) : (
            supervises && (
              <Button onClick={() => takeOverCamera(cameraId)}>{t('ptz.take-over')}</Button>
            )
          )}
        </p>
      )}
    </div>
  );
}
