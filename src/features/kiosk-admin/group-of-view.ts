import type { CameraGroup, CameraGroupContent } from '../../api/people.ts';
import type { View } from '../../domain/view.ts';

/** Longest name that a group may have. */
const longest = 64;

/** The cameras of a view, each once. */
function camerasOf({ cells }: View): readonly string[] {
  return [...new Set(cells.flatMap((cell) => (cell === null ? [] : [cell.cameraId])))];
}

/** The cameras of a view that a group does not hold: a screen with both leaves their tiles empty. */
export function missingIn(group: CameraGroup, view: View): readonly string[] {
  return camerasOf(view).filter((cameraId) => !group.cameraIds.includes(cameraId));
}

/** A group that holds exactly the cameras of a view. */
export function groupLike(view: View, groups: readonly CameraGroup[]): CameraGroup | undefined {
  const wanted = camerasOf(view);
  return groups.find(
    ({ cameraIds }) =>
      cameraIds.length === wanted.length && wanted.every((id) => cameraIds.includes(id)),
  );
}

/**
 * A new group of the cameras of a view, under a name that is free.
 * @param registered cameras that are gone belong to no group
 */
export function groupOfView(
  view: View,
  groups: readonly CameraGroup[],
  registered: ReadonlySet<string>,
): CameraGroupContent {
  const taken = new Set(groups.map(({ name }) => name));
  let name = view.name;
  for (let number = 2; taken.has(name); number += 1) {
    const end = ` ${number}`;
    name = view.name.slice(0, longest - end.length) + end;
  }
  return { name, cameraIds: camerasOf(view).filter((id) => registered.has(id)) };
}
