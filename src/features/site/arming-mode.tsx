import { type LucideIcon, Shield, ShieldCheck } from 'lucide-react';
import type { ArmingView } from '../../api/site-control.ts';
import type { ModeArming, NamedChoice } from '../../domain/arming.ts';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';
import { ChoiceButtons } from './choice-buttons.tsx';
import { CommandNote } from './command-note.tsx';
import { useArmingCommand } from './use-arming-command.ts';

export interface ArmingModeProps {
  readonly cameraId: string;
  readonly mode: ModeArming;
  readonly arming: ArmingView;
}

/** One thing that a camera is armed for: whether it is, and by which schedule. */
export function ArmingMode({ cameraId, mode, arming }: ArmingModeProps) {
  const command = useArmingCommand(cameraId);
  const { isPending, variables, mutate } = command;
  const name = t(`site.arming.mode.${mode.mode}`);
  const wanted = isPending && variables.kind === 'mode' ? stateOf(variables.armed) : null;
  const schedule = nameIn(arming.schedules, mode.scheduleId);
  const override = nameIn(arming.overrides, mode.overrideId);
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-sm font-medium">{name}</h3>
      <ChoiceButtons
        label={name}
        value={stateOf(mode.armed)}
        pending={wanted}
        options={[
          {
            value: 'armed',
            text: (
              <State
                icon={ShieldCheck}
                text={t('site.arming.armed')}
                lit={mode.armed === true && wanted === null}
              />
            ),
          },
          {
            value: 'disarmed',
            text: <State icon={Shield} text={t('site.arming.disarmed')} lit={false} />,
          },
        ]}
        onChoose={(state) => mutate({ kind: 'mode', mode: mode.mode, armed: state === 'armed' })}
      />
      {mode.armed === null && <p className="text-xs text-p2">{t('site.arming.unknown')}</p>}
      <p className="text-xs wrap-anywhere text-text-2 empty:hidden">
        {[
          schedule !== null && t('site.arming.schedule', { schedule }),
          override !== null && t('site.arming.override', { override }),
        ]
          .filter((text) => text !== false)
          .join(' · ')}
      </p>
      <CommandNote command={command} same={t('site.arming.same')} />
    </div>
  );
}

interface StateProps {
  readonly icon: LucideIcon;
  readonly text: string;
  /** It holds, and is what a guard looks for first. */
  readonly lit: boolean;
}

function State({ icon: Icon, text, lit }: StateProps) {
  return (
    <>
      <Icon aria-hidden className={classNames('size-4 shrink-0', lit && 'text-ok')} />
      {text}
    </>
  );
}

function stateOf(armed: boolean | null): 'armed' | 'disarmed' | null {
  if (armed === null) return null;
  return armed ? 'armed' : 'disarmed';
}

/** What no list names is shown by its id; null where the device does not say. */
function nameIn(list: readonly NamedChoice[], id: string | null): string | null {
  return id === null ? null : (list.find((one) => one.id === id)?.name ?? id);
}
