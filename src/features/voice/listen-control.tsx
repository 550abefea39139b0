import { Volume2, VolumeX } from 'lucide-react';
import { useStore } from 'zustand';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import type { HeardNews } from '../../playback/audio/heard-sound.ts';
import {
  heardLevels,
  listening,
  listenTo,
  type SoundWay,
  setVolume,
  stopListening,
} from '../../playback/audio/listening.ts';
import { talking } from '../../playback/audio/talking.ts';
import { Button } from '../../ui/button.tsx';
import { KeyHint } from './key-hint.tsx';
import { LevelMeter } from './level-meter.tsx';
import { useVoiceKey } from './use-voice-key.ts';

export interface ListenControlProps {
  readonly cameraId: string;
  readonly way: SoundWay;
  readonly singleKeys: boolean;
}

/** Silent at first; one camera at a time. */
export function ListenControl({ cameraId, way, singleKeys }: ListenControlProps) {
  const heard = useStore(listening, (state) => state.heard);
  const volume = useStore(listening, (state) => state.volume);
  const talker = useStore(listening, (state) => state.talker);
  const ownTalk = useStore(talking, (state) => state.cameraId !== null);
  const news = heard?.cameraId === cameraId ? heard : null;
  const toggle = () => (news === null ? listenTo(cameraId, way) : stopListening());
  useVoiceKey('listen', singleKeys, { press: toggle });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <Button aria-pressed={news !== null} className="shrink-0" onClick={toggle}>
          {news === null ? (
            <VolumeX aria-hidden className="size-4" />
          ) : (
            <Volume2 aria-hidden className="size-4 text-accent" />
          )}
          {t('sound.listen')}
          {singleKeys && <KeyHint>M</KeyHint>}
        </Button>
        <input
          type="range"
          min={0}
          max={100}
          value={Math.round(volume * 100)}
          aria-label={t('sound.volume')}
          className="h-8 min-w-0 grow accent-accent pointer-coarse:h-11"
          onChange={({ target }) => setVolume(target.valueAsNumber / 100)}
        />
      </div>
      {news !== null && way === 'apart' && (
        <LevelMeter levels={heardLevels} label={t('sound.level')} />
      )}
      <p role="status" className="min-h-4 text-xs text-text-2">
        {statusText(news, ownTalk)}
      </p>
      {news !== null && talker !== null && !ownTalk && (
        <p role="status" className="text-xs wrap-anywhere">
          {t('sound.talker', { name: talker })}
        </p>
      )}
    </div>
  );
}

function statusText(news: HeardNews | null, ownTalk: boolean): string {
  if (news === null) return t('sound.off');
  if (news.problem !== undefined) {
    return `${problemText(news.problem).what} ${t('sound.waiting')}`;
  }
  return t(ownTalk && news.phase === 'playing' ? 'sound.hushed' : `sound.${news.phase}`);
}
