import type { Endpoint } from '../protocol.ts';
import { controlEndpoints } from './endpoints-control.ts';
import { footageEndpoints } from './endpoints-footage.ts';
import { liveEndpoints } from './endpoints-live.ts';
import { settingsEndpoints } from './endpoints-settings.ts';
import { systemEndpoints } from './endpoints-system.ts';

/**
 * Every request that the document describes. `auth`, which it allows on each of them, stands in
 * none: the link sends the account as Basic.
 */
export const endpoints: readonly Endpoint[] = [
  ...systemEndpoints,
  ...liveEndpoints,
  ...footageEndpoints,
  ...controlEndpoints,
  ...settingsEndpoints,
];
