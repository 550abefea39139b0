import { useQuery } from '@tanstack/react-query';
import type { CameraGroup } from '../../api/people.ts';
import { cameraGroupsQuery } from '../../device-access/people.ts';
import { viewsQuery } from '../../device-access/queries.ts';
import type { View } from '../../domain/view.ts';

export interface ScreenParts {
  readonly views: readonly View[];
  readonly groups: readonly CameraGroup[];
}

/** What a screen can be given; undefined until it is known. */
export function useScreenParts(): ScreenParts | undefined {
  const { data: views } = useQuery(viewsQuery());
  const { data: groups } = useQuery(cameraGroupsQuery());
  return views && groups && { views, groups };
}
