import { t } from '../../messages/t.ts';
import { useDelayed } from '../../ui/use-delayed.ts';

const tiles = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] as const;

/** Dim tiles where the wall will be, once the wait is long enough to notice. */
export function WallSkeleton() {
  const late = useDelayed();
  return (
    <div role="status" aria-label={t('shell.loading')} className="flex min-h-0 grow flex-col pt-10">
      {late && (
        <div className="grid min-h-0 grow grid-cols-3 grid-rows-3 gap-0.5 bg-letterbox">
          {tiles.map((tile) => (
            <div key={tile} className="bg-panel" />
          ))}
        </div>
      )}
    </div>
  );
}
