import { Cctv, LayoutGrid } from 'lucide-react';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

export function FirstRun({ onAdd }: { readonly onAdd: () => void }) {
  return (
    <EmptyState
      icon={Cctv}
      title={t('wall.first.title')}
      actions={
        <Button look="primary" onClick={onAdd}>
          {t('wall.first.add')}
        </Button>
      }
    >
      {t('wall.first.text')}
    </EmptyState>
  );
}

/** For whoever may not add any. */
export function NoCameras() {
  return (
    <EmptyState icon={Cctv} title={t('wall.first.nothing.title')}>
      {t('wall.first.nothing.text')}
    </EmptyState>
  );
}

export interface NoViewsProps {
  readonly cameraCount: number;
  readonly onCreate: (filled: boolean) => void;
}

export function NoViews({ cameraCount, onCreate }: NoViewsProps) {
  return (
    <EmptyState
      icon={LayoutGrid}
      title={t('wall.view.none.title')}
      actions={
        <>
          {cameraCount > 0 && (
            <Button look="primary" onClick={() => onCreate(true)}>
              {t('wall.view.none.all', { count: cameraCount })}
            </Button>
          )}
          <Button onClick={() => onCreate(false)}>{t('wall.view.none.empty')}</Button>
        </>
      }
    >
      {t('wall.view.none.text')}
    </EmptyState>
  );
}

/** For whoever may not make one. */
export function NoViewsYet() {
  return (
    <EmptyState icon={LayoutGrid} title={t('wall.view.none.title')}>
      {t('wall.view.none.ask')}
    </EmptyState>
  );
}

export function ViewGone({ onBack }: { readonly onBack: () => void }) {
  return (
    <EmptyState
      icon={LayoutGrid}
      title={t('wall.view.gone.title')}
      actions={
        <Button look="primary" onClick={onBack}>
          {t('wall.view.gone.back')}
        </Button>
      }
    >
      {t('wall.view.gone.text')}
    </EmptyState>
  );
}
