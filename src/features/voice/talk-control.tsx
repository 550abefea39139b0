import { Mic } from 'lucide-react';
import { useStore } from 'zustand';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import type { TalkTrouble } from '../../playback/audio/talk.ts';
import { spokenLevels, startTalking, stopTalking, talking } from '../../playback/audio/talking.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Notice } from '../../ui/notice.tsx';
import { KeyHint } from './key-hint.tsx';
import { LevelMeter } from './level-meter.tsx';
import { useHeldButton } from './use-held-button.ts';
import { useVoiceKey } from './use-voice-key.ts';

export interface TalkControlProps {
  readonly cameraId: string;
  readonly singleKeys: boolean;
}

/** The microphone is open only while the button, or its key, is held. */
export function TalkControl({ cameraId, singleKeys }: TalkControlProps) {
  const { phase, cameraId: spokenTo, trouble } = useStore(talking);
  const isHeld = spokenTo === cameraId;
  const hold = { press: () => startTalking(cameraId), release: stopTalking };
  const button = useHeldButton(hold);
  useVoiceKey('talk', singleKeys, hold);
  return (
    <div className="flex flex-col gap-2">
      <Button
        {...button}
        aria-pressed={isHeld}
        className={classNames(
          'w-full touch-none select-none',
          isHeld && 'border-accent bg-accent text-black hover:bg-accent',
        )}
      >
        <Mic aria-hidden className="size-4" />
        {t('sound.talk')}
        {singleKeys && !isHeld && <KeyHint>T</KeyHint>}
      </Button>
      {isHeld && <LevelMeter levels={spokenLevels} label={t('sound.talk.level')} />}
      <p role="status" className={classNames('text-xs text-text-2', isHeld && 'min-h-4')}>
        {isHeld && t(phase === 'talking' ? 'sound.talk.talking' : 'sound.talk.opening')}
      </p>
      {trouble?.cameraId === cameraId && <Trouble trouble={trouble} />}
    </div>
  );
}

function Trouble({ trouble }: { readonly trouble: TalkTrouble }) {
  if (trouble.kind === 'problem') {
    const { what, todo } = problemText(trouble.problem);
    return (
      <Notice tone="error" title={what}>
        {todo}
      </Notice>
    );
  }
  return (
    <Notice tone="error" title={t(`sound.microphone.${trouble.fault}`)}>
      {t(`sound.microphone.${trouble.fault}.todo`)}
    </Notice>
  );
}
