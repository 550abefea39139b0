import type { NewPerson, PersonChange, PersonView } from '../../api/people.ts';
import type { Role } from '../../domain/role.ts';
import type { FirstPasswordForm } from './first-password-field.tsx';

export interface PersonForm extends FirstPasswordForm {
  name: string;
  role: Role;
  scope: 'all' | 'groups';
  groupIds: string[];
}

export function formOf(person: PersonView | null): PersonForm {
  const cameras = person?.cameras ?? 'all';
  return {
    name: person?.name ?? '',
    role: person?.role ?? 'operator',
    scope: cameras === 'all' ? 'all' : 'groups',
    groupIds: cameras === 'all' ? [] : [...cameras],
    password: '',
  };
}

export function newPersonOf(form: PersonForm): NewPerson {
  const { role, password } = form;
  return { name: form.name.trim(), role, cameras: camerasOf(form), password };
}

/** Only what differs, so that two who edit do not undo each other and no session ends in vain. */
export function changeOf(person: PersonView, form: PersonForm): PersonChange {
  const name = form.name.trim();
  const cameras = camerasOf(form);
  return {
    ...(name !== person.name && { name }),
    ...(form.role !== person.role && { role: form.role }),
    ...(!sameCameras(cameras, person.cameras) && { cameras }),
  };
}

/** An administrator sees all, whatever was chosen before. */
function camerasOf({ role, scope, groupIds }: PersonForm): 'all' | string[] {
  return role === 'administrator' || scope === 'all' ? 'all' : groupIds;
}

function sameCameras(a: 'all' | readonly string[], b: 'all' | readonly string[]): boolean {
  if (a === 'all' || b === 'all') return a === b;
  return a.length === b.length && a.every((id) => b.includes(id));
}
