import { Plus } from 'lucide-react';
import { t } from '../../messages/t.ts';

/** Teaches how a tile is filled; a press does it too. */
export function EmptyTile({ onChoose }: { readonly onChoose: () => void }) {
  return (
    <div className="absolute inset-0 grid place-items-center bg-canvas">
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('wall.empty.choose')}
        className="flex max-w-full flex-col items-center gap-2 rounded-control p-3 text-center text-xs text-text-3 hover:text-text"
        onClick={onChoose}
      >
        <Plus aria-hidden className="size-5" strokeWidth={1.5} />
        <span className="wall-tile-hint">{t('wall.empty.hint')}</span>
      </button>
    </div>
  );
}
