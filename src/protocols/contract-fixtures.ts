import type { ContractFixtures } from './contract-cases.ts';
import { ipcamFixtures } from './ipcam/contract-fixtures.ts';
import { ipcameraFixtures } from './ipcamera/contract-fixtures.ts';
import { plainStreamFixtures } from './plain-stream/contract-fixtures.ts';
import { securityspyFixtures } from './securityspy/contract-fixtures.ts';
import { securityspyLegacyFixtures } from './securityspy-legacy/contract-fixtures.ts';
import { tsapiFixtures } from './tsapi/contract-fixtures.ts';

/** What each protocol of the catalogue is tested with, by its id. */
export const fixturesById: Readonly<Record<string, ContractFixtures>> = {
  tsapi: tsapiFixtures,
  ipcam: ipcamFixtures,
  'securityspy-legacy': securityspyLegacyFixtures,
  securityspy: securityspyFixtures,
  ipcamera: ipcameraFixtures,
  'plain-stream': plainStreamFixtures,
};
