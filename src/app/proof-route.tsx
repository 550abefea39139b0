import '../messages/use-proof.ts';

import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { RecordingProofPage } from '../features/recording-proof/index.ts';
import { RecordingPlaces } from './recording-places.tsx';

export function ProofRoute() {
  const navigate = useNavigate();
  const play = useCallback(
    (cameraId: string, fromMs: number) =>
      void navigate({
        to: '/playback',
        search: { cams: cameraId, t: new Date(fromMs).toISOString(), span: '1h' },
      }),
    [navigate],
  );
  return <RecordingProofPage heading={<RecordingPlaces here="/playback/proof" />} onPlay={play} />;
}
