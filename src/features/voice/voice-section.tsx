import { useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { CameraView } from '../../api/camera.ts';
import { useMay } from '../../device-access/use-session.ts';
import { t } from '../../messages/t.ts';
import { listening, type SoundWay, stopListening } from '../../playback/audio/listening.ts';
import { pictureHasSound } from '../../playback/audio/picture-sound.ts';
import { stopTalking } from '../../playback/audio/talking.ts';
import { onHeartbeat } from '../../playback/heartbeat.ts';
import { ListenControl } from './listen-control.tsx';
import { TalkControl } from './talk-control.tsx';

export interface VoiceSectionProps {
  readonly camera: CameraView;
  /** Whether letters act without a modifier; the person's choice. */
  readonly singleKeys: boolean;
}

/** Hearing a camera and talking through it. A camera with neither has no such section. */
export function VoiceSection({ camera, singleKeys }: VoiceSectionProps) {
  const mayTalk = useMay('control') && camera.offers.loudspeaker;
  const way = useSoundWay(camera);
  useEffect(() => () => endVoices(camera.id), [camera.id]);
  if (way === null && !mayTalk) return null;
  return (
    <section className="flex flex-col gap-3" data-voice={camera.id}>
      <h2 className="text-xs font-semibold text-text-3">{t('sound.title')}</h2>
      {way !== null && <ListenControl cameraId={camera.id} way={way} singleKeys={singleKeys} />}
      {mayTalk && <TalkControl cameraId={camera.id} singleKeys={singleKeys} />}
    </section>
  );
}

/** Sound that comes apart is there whichever player shows the picture, and is behind it by less. */
function useSoundWay(camera: CameraView): SoundWay | null {
  const withPicture = useSyncExternalStore(onHeartbeat, () => pictureHasSound(camera.id));
  // While it is listened to it stays offered, also where the player has to begin anew.
  const heard = useStore(listening, (state) => state.heard?.cameraId === camera.id);
  if (camera.offers.sound) return 'apart';
  return withPicture || heard ? 'picture' : null;
}

function endVoices(cameraId: string): void {
  if (listening.getState().heard?.cameraId === cameraId) stopListening();
  stopTalking();
}
