import '../messages/use-proof.ts';

import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { RecordingProofPage } from '../features/recording-proof/index.ts';

export function ProofRoute() {
  const navigate = useNavigate();
  const roads = useMemo(
    () => ({
      back: () => void navigate({ to: '/playback' }),
      play: (cameraId: string, fromMs: number) =>
        void navigate({
          to: '/playback',
          search: { cams: cameraId, t: new Date(fromMs).toISOString(), span: '1h' },
        }),
    }),
    [navigate],
  );
  return <RecordingProofPage roads={roads} />;
}
