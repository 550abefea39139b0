import type { CameraGroup, PersonView } from '../../api/people.ts';

/** Who sees cameras because of a group; an administrator sees them all without any. */
export function peopleWith(group: CameraGroup, people: readonly PersonView[]) {
  return people.filter(({ cameras }) => cameras !== 'all' && cameras.includes(group.id));
}

export function listText(names: readonly string[]): string {
  return new Intl.ListFormat(document.documentElement.lang).format(names);
}
