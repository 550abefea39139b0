import { MousePointerClick } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';

export interface PageControlsProps {
  readonly cameraName: string;
  /** Lets the person into the page; gives what leads out again, or null where there is no page. */
  readonly engage: (onLeave: () => void) => (() => void) | null;
}

/**
 * The way into a device's own page, which is otherwise an inert picture: it would swallow every key
 * of the wall. Esc, a click beside it, and the button of the banner lead out.
 */
export function PageControls({ cameraName, engage }: PageControlsProps): ReactElement {
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const banner = useRef<HTMLDivElement>(null);
  const enter = useRef<HTMLButtonElement>(null);
  const takesFocusBack = useRef(false);

  useEffect(() => {
    if (leave === null) {
      if (takesFocusBack.current) enter.current?.focus();
      takesFocusBack.current = false;
      return;
    }
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Here it means this one thing, and not also what it means to the wall.
      event.preventDefault();
      event.stopPropagation();
      leave();
    };
    const point = (event: PointerEvent) => {
      if (event.target instanceof Node && banner.current?.contains(event.target)) return;
      // The focus goes to what was clicked.
      takesFocusBack.current = false;
      leave();
    };
    window.addEventListener('keydown', press, true);
    window.addEventListener('pointerdown', point, true);
    return () => {
      window.removeEventListener('keydown', press, true);
      window.removeEventListener('pointerdown', point, true);
    };
  }, [leave]);
  useEffect(() => () => leave?.(), [leave]);

  const begin = () => {
    takesFocusBack.current = true;
    const out = engage(() => setLeave(null));
    setLeave(() => out);
  };

  if (leave === null) {
    return (
      <Button
        ref={enter}
        className="absolute end-1 bottom-1 max-w-[calc(100%-0.5rem)]"
        aria-label={t('tile.page.interact', { camera: cameraName })}
        title={t('tile.page.interact', { camera: cameraName })}
        onClick={begin}
      >
        <MousePointerClick aria-hidden className="size-4 shrink-0" />
        <span className="hidden truncate @min-[320px]:inline">{t('tile.page.interact.short')}</span>
      </Button>
    );
  }
  return (
    <div
      ref={banner}
      className="absolute inset-x-0 top-0 z-40 flex h-11 items-center justify-between gap-2 bg-accent px-2 text-black text-sm"
      data-own-keys
    >
      <p role="status" className="line-clamp-2 min-w-0 font-semibold leading-tight">
        {t('tile.page.interacting', { camera: cameraName })}
      </p>
      <Button className="shrink-0" onClick={leave}>
        {t('tile.page.return')}
      </Button>
    </div>
  );
}
