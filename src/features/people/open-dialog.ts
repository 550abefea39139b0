import type { CameraGroup, PersonView } from '../../api/people.ts';

/** What is open over the list of people. */
export type OpenDialog =
  | { readonly kind: 'add' }
  | {
      readonly kind: 'edit' | 'password' | 'off' | 'remove';
      readonly person: PersonView;
    };

/** A password that was just set, to be passed on. */
export interface NewSecret {
  readonly name: string;
  readonly password: string;
}

/** What is open over the list of camera groups. */
export type OpenGroupDialog =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'remove'; readonly group: CameraGroup };
