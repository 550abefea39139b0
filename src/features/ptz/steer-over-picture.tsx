import { Crosshair, Joystick, type LucideIcon, Move, SquareDashed } from 'lucide-react';
import { useStore } from 'zustand';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { glides } from './directions.ts';
import type { Helm, PictureTool } from './helm.ts';
import { PictureLayer, type ShownIn } from './picture-layer.tsx';
import { StandingChip } from './standing-chip.tsx';
import { useHelm } from './steering-scope.tsx';

const tools: readonly { readonly tool: PictureTool; readonly icon: LucideIcon }[] = [
  { tool: 'steer', icon: Move },
  { tool: 'centre', icon: Crosshair },
  { tool: 'box', icon: SquareDashed },
];

export interface SteerOverPictureProps {
  readonly camera: CameraView;
  readonly picture: ShownIn;
}

/** Lies over the picture: the switch of PTZ mode, what a pointer does in it, and how things stand. */
export function SteerOverPicture({ camera, picture }: SteerOverPictureProps) {
  const helm = useHelm();
  if (helm === null || helm.cameraId !== camera.id) return null;
  return <Over helm={helm} picture={picture} />;
}

function Over({ helm, picture }: { readonly helm: Helm; readonly picture: ShownIn }) {
  const mode = useStore(helm.state, (state) => state.mode);
  const chosen = useStore(helm.state, (state) => state.tool);
  const offered = tools.filter(({ tool }) => offers(helm, tool));
  const tool = offered.some((each) => each.tool === chosen) ? chosen : offered[0]?.tool;
  return (
    <>
      {mode && tool !== undefined && <PictureLayer helm={helm} tool={tool} picture={picture} />}
      {/* Below, since most cameras write their name and time into the upper edge. */}
      <div className="absolute end-2 bottom-2 flex items-center gap-1 rounded-control bg-black/70 p-1">
        {mode && offered.length > 1 && (
          <fieldset className="flex gap-1">
            <legend className="sr-only">{t('ptz.tool')}</legend>
            {offered.map((each) => (
              <IconButton
                key={each.tool}
                icon={each.icon}
                label={t(`ptz.tool.${each.tool}`)}
                pressed={each.tool === tool}
                onClick={() => helm.setTool(each.tool)}
              />
            ))}
          </fieldset>
        )}
        <button
          type="button"
          aria-pressed={mode}
          title={t('ptz.mode.title')}
          onClick={() => helm.setMode(!mode)}
          className={classNames(
            'inline-flex min-h-8 items-center gap-1.5 rounded-control px-2 text-xs font-semibold pointer-coarse:min-h-11',
            mode ? 'bg-accent text-black' : 'text-white hover:bg-hover',
          )}
        >
          <Joystick aria-hidden className="size-4" />
          {t('ptz.mode')}
        </button>
      </div>
      <StandingChip helm={helm} />
    </>
  );
}

function offers({ can }: Helm, tool: PictureTool): boolean {
  return tool === 'steer' ? glides(can) : can[tool];
}
