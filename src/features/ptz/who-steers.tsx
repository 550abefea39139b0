import { UserRound } from 'lucide-react';
import { releaseCamera, takeOverCamera } from '../../device-access/control-socket.ts';
import { useSession } from '../../device-access/use-session.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useSteeringReport } from './use-steering-report.ts';

/** Who holds the camera; supervisors can take it over. */
export function WhoSteers({ cameraId }: { readonly cameraId: string }) {
  const report = useSteeringReport(cameraId);
  const holder = report?.holder ?? null;
  const other = holder !== null && !holder.own;
  const session = useSession();
  const role = session?.state === 'signed-in' ? session.person.role : 'viewer';
  const supervises = role === 'supervisor' || role === 'administrator';
  return (
    // Always one line high: the pad below must not move away under a finger that has just begun.
    <div role="status" className="flex min-h-8 flex-wrap items-center gap-2 text-sm">
      <UserRound aria-hidden className="size-4 shrink-0 text-text-3" />
      <span className={classNames('grow', other ? 'font-semibold' : 'text-text-2')}>
        {holder === null && t(report === undefined ? 'ptz.holder.unknown' : 'ptz.holder.none')}
        {holder?.own && t('ptz.holder.own')}
        {other && t('ptz.holder.other', { name: holder.name })}
      </span>
      {holder?.own && (
        <Button look="quiet" onClick={() => releaseCamera(cameraId)}>
          {t('ptz.release')}
        </Button>
      )}
      {other && supervises && (
        <Button onClick={() => takeOverCamera(cameraId)}>{t('ptz.take-over')}</Button>
      )}
    </div>
  );
}
