import type { Endpoint } from '../protocol.ts';
import { channelEndpoints } from './endpoints-channels.ts';
import { controlEndpoints } from './endpoints-control.ts';
import { eventEndpoints } from './endpoints-events.ts';
import { footageEndpoints } from './endpoints-footage.ts';
import { serverEndpoints } from './endpoints-server.ts';

/**
 * Every request that the document describes. `auth` stands only in the sign-in rows, although the
 * document allows it everywhere: the link adds credentials, and no other query may hold them.
 */
export const endpoints: readonly Endpoint[] = [
  ...serverEndpoints,
  ...channelEndpoints,
  ...footageEndpoints,
  ...eventEndpoints,
  ...controlEndpoints,
];
