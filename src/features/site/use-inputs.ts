import { useEffect, useState } from 'react';
import { followInputs, type SeenInputs } from '../../device-access/follow-inputs.ts';

/** The inputs of a camera as they are told; null until the first word. */
export function useInputs(cameraId: string): SeenInputs | null {
  const [seen, setSeen] = useState<SeenInputs | null>(null);
  useEffect(() => {
    setSeen(null);
    return followInputs(cameraId, setSeen);
  }, [cameraId]);
  return seen;
}
