import '../messages/use-verify.ts';

import { VerifyPackPage } from '../features/verify-pack/index.ts';

export function VerifyRoute() {
  return <VerifyPackPage />;
}
