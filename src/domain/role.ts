/** What a person is, from the least to the most. Each may do all that the ones before it may. */
export const roles = ['viewer', 'operator', 'supervisor', 'administrator'] as const;
export type Role = (typeof roles)[number];

/**
 * What somebody may do. `self` is about one's own account, `view` shows a camera, `arrange` changes
 * what all see on a wall, `control` acts on a camera, `arm-site` arms or disarms all cameras of a
 * device at once, `handle-alarms` acknowledges
 * and closes alarms, `export` takes recordings out, `supervise` makes their rules and reads reports of shifts, `audit` reads the record, `administer` changes devices, people and settings.
 */
export const verbs = [
  'self',
  'view',
  'arrange',
  'control',
  'handle-alarms',
  'export',
  'arm-site',
  'supervise',
  'audit',
  'administer',
] as const;
export type Verb = (typeof verbs)[number];

const leastRole: Readonly<Record<Verb, Role>> = {
  self: 'viewer',
  view: 'viewer',
  arrange: 'operator',
  control: 'operator',
  'handle-alarms': 'operator',
  export: 'operator',
  'arm-site': 'supervisor',
  supervise: 'supervisor',
  audit: 'supervisor',
  administer: 'administrator',
};

/** Whether a role is this one or one above it. */
export function atLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}

export function roleMay(role: Role, verb: Verb): boolean {
  return atLeast(role, leastRole[verb]);
}

export function verbsOf(role: Role): readonly Verb[] {
  return verbs.filter((verb) => roleMay(role, verb));
}
