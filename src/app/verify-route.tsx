import '../messages/use-verify.ts';

import { VerifyPackPage } from '../features/verify-pack/index.ts';
import { RecordingPlaces } from './recording-places.tsx';

export function VerifyRoute() {
  return <VerifyPackPage heading={<RecordingPlaces here="/exports/verify" />} />;
}
