import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { camerasQuery, siteQuery } from '../../device-access/queries.ts';

export interface Zones {
  readonly site: string;
  /** The zone of a device, which it tells by its cameras; else that of the site. */
  readonly ofDevice: (deviceId: string) => string;
}

export function useZones(): Zones {
  const site = useQuery(siteQuery()).data?.zone ?? 'UTC';
  const cameras = useQuery(camerasQuery()).data;
  return useMemo(() => {
    const known = new Map(
      cameras?.flatMap(({ deviceId, zone }) => (zone === undefined ? [] : [[deviceId, zone]])),
    );
    return { site, ofDevice: (deviceId) => known.get(deviceId) ?? site };
  }, [site, cameras]);
}
