import { t } from '../../messages/t.ts';
import { useWall, useWallState } from './wall-context.ts';

/** The camera number while it is being typed, with the name that it stands for. */
export function DigitReadout() {
  const { control, cameras } = useWall();
  const typed = useWallState((state) => state.typed);
  if (typed === '') return null;
  const camera = [...cameras.values()].find((each) => each.number === Number(typed));
  return (
    <output className="pointer-events-none absolute inset-x-0 top-6 z-30 mx-auto flex w-max max-w-[90%] flex-col items-center gap-1 rounded-xl bg-panel px-6 py-3 shadow-2xl shadow-black/60">
      <span className="text-xl font-semibold">{t('wall.digits', { number: typed })}</span>
      <span className="text-sm text-text-2">
        {camera?.name ?? t('wall.digits.none', { number: typed })}
      </span>
      {camera && (
        <span className="text-xs text-text-3">
          {t('wall.digits.go', { tile: control.targetTile() + 1 })}
        </span>
      )}
    </output>
  );
}
