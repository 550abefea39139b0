import { useStore } from 'zustand';
import { t } from '../../messages/t.ts';
import { useWall } from './wall-context.ts';

/** For whoever may look and not arrange: what they changed is for this window alone. */
export function UnsavedLine() {
  const { control, view } = useWall();
  const { edits } = control.world;
  const changed = useStore(edits.state, ({ drafts }) => view.id in drafts);
  if (edits.shared) return null;
  return (
    <div role="status" className="shell-chrome shrink-0">
      {changed && (
        <p className="flex flex-wrap items-center gap-x-3 px-3 pb-1 text-xs text-text-2">
          {t('wall.unsaved')}
          <button
            type="button"
            className="min-h-6 rounded-control px-1 text-accent underline-offset-4 hover:underline pointer-coarse:min-h-11"
            onClick={() => edits.putBack(view.id)}
          >
            {t('wall.unsaved.back')}
          </button>
        </p>
      )}
    </div>
  );
}
