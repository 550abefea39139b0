import { useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { OutputView } from '../../api/site-control.ts';
import { outputsQuery, readOutputs, switchOutput } from '../../device-access/site-control.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { HoldButton } from '../../ui/hold-button.tsx';
import { CommandNote } from './command-note.tsx';
import { OutputFacts } from './output-facts.tsx';
import { SwitchDialog } from './switch-dialog.tsx';
import { useSiteCommand } from './use-site-command.ts';

export interface OutputRowProps {
  readonly camera: CameraView;
  readonly output: OutputView;
  /** The how manieth of its kind it is. */
  readonly number: number;
}

/** One output: what is known of it, and the two ways to switch it. */
export function OutputRow({ camera, output, number }: OutputRowProps) {
  const { id, kind } = output;
  const kindName = t(`site.output.kind.${kind}`);
  const name = output.name || t('site.output.unnamed', { kind: kindName, number });
  /** What was tapped in place of held. */
  const [tapped, setTapped] = useState<boolean | null>(null);
  const [asked, setAsked] = useState<boolean | null>(null);
  const command = useSiteCommand({
    send: (on: boolean) => switchOutput(camera.id, id, on),
    read: () => readOutputs(camera.id),
    queryKey: outputsQuery(camera.id).queryKey,
    isDone: (outputs, on) => {
      const state = outputs.find((one) => one.id === id)?.state;
      return state !== (on ? 'off' : 'on');
    },
  });
  const { isPending, variables, mutate } = command;
  const order = (on: boolean) => {
    setTapped(null);
    setAsked(null);
    mutate(on);
  };
  return (
    <li className="flex flex-col gap-2 rounded-control border border-line bg-raised/40 p-3">
      <div className="flex items-baseline gap-2">
        <h3 className="min-w-0 grow text-sm font-medium wrap-anywhere">
          <bdi>{name}</bdi>
        </h3>
        {output.name !== '' && kind !== 'output' && (
          <span className="shrink-0 text-xs text-text-3">{kindName}</span>
        )}
      </div>
      <OutputFacts output={output} camera={camera} />
      <div className="flex gap-2">
        {[true, false].map((on) => (
          <HoldButton
            key={String(on)}
            label={t(on ? 'site.output.hold.on' : 'site.output.hold.off', { output: name })}
            holdingText={t('site.output.holding')}
            busy={isPending && variables === on}
            disabled={isPending}
            onHeld={() => order(on)}
            onShort={(by) => (by === 'click' ? setAsked(on) : setTapped(on))}
          >
            {t(on ? 'site.output.on' : 'site.output.off')}
          </HoldButton>
        ))}
      </div>
      <div role="status" className="flex flex-col items-start gap-2 empty:hidden">
        {tapped !== null && (
          <>
            <p className="text-xs text-text-2">{t('site.output.hint')}</p>
            <Button onClick={() => setAsked(tapped)}>{t('site.output.ask')}</Button>
          </>
        )}
      </div>
      <CommandNote
        command={command}
        same={t(variables ? 'site.output.same.on' : 'site.output.same.off')}
      />
      <SwitchDialog
        wanted={asked}
        output={name}
        camera={camera.name}
        onConfirm={order}
        onCancel={() => setAsked(null)}
      />
    </li>
  );
}
