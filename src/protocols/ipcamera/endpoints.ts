import type { Endpoint } from '../protocol.ts';
import { accountEndpoints } from './endpoints-accounts.ts';
import { deviceEndpoints } from './endpoints-device.ts';
import { eventEndpoints } from './endpoints-events.ts';
import { mediaEndpoints } from './endpoints-media.ts';
import { parameterEndpoints } from './endpoints-parameters.ts';
import { ptzEndpoints } from './endpoints-ptz.ts';
import { ptzConfigurationEndpoints } from './endpoints-ptz-configuration.ts';
import { storageEndpoints } from './endpoints-storage.ts';

/** Every request that the document describes; what one CGI does with several actions is several rows. */
export const endpoints: readonly Endpoint[] = [
  ...mediaEndpoints,
  ...ptzEndpoints,
  ...ptzConfigurationEndpoints,
  ...eventEndpoints,
  ...storageEndpoints,
  ...parameterEndpoints,
  ...accountEndpoints,
  ...deviceEndpoints,
];
