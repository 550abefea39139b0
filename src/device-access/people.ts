import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type {
  CameraGroup,
  CameraGroupContent,
  cameraGroupListSchema,
  NewPerson,
  PersonChange,
  PersonView,
  personListSchema,
} from '../api/people.ts';
import { routes } from '../api/routes.ts';
import { pushed, queryKeys } from './queries.ts';
import { request, requestJson } from './request.ts';

type PersonList = z.infer<typeof personListSchema>;
type GroupList = z.infer<typeof cameraGroupListSchema>;

export function peopleQuery() {
  return queryOptions({
    queryKey: queryKeys.people,
    queryFn: async ({ signal }) =>
      (await requestJson<PersonList>(routes.people, { signal })).people,
    ...pushed,
  });
}

export function cameraGroupsQuery() {
  return queryOptions({
    queryKey: queryKeys['camera-groups'],
    queryFn: async ({ signal }) =>
      (await requestJson<GroupList>(routes.cameraGroups, { signal })).groups,
    ...pushed,
  });
}

export function createPerson(person: NewPerson): Promise<PersonView> {
  return requestJson<PersonView>(routes.people, { method: 'POST', body: person });
}

export function changePerson(personId: string, change: PersonChange): Promise<PersonView> {
  return requestJson<PersonView>(routes.person(personId), { method: 'PATCH', body: change });
}

export async function removePerson(personId: string): Promise<void> {
  await request(routes.person(personId), { method: 'DELETE' });
}

export function createCameraGroup(group: CameraGroupContent): Promise<CameraGroup> {
  return requestJson<CameraGroup>(routes.cameraGroups, { method: 'POST', body: group });
}

export function saveCameraGroup(groupId: string, group: CameraGroupContent): Promise<CameraGroup> {
  return requestJson<CameraGroup>(routes.cameraGroup(groupId), { method: 'PUT', body: group });
}

export async function removeCameraGroup(groupId: string): Promise<void> {
  await request(routes.cameraGroup(groupId), { method: 'DELETE' });
}
