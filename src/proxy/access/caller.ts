import type { CameraId } from '../../domain/camera.ts';
import type { KioskRow, PersonRow } from '../store/access-store.ts';
import type { Session } from './sessions.ts';

/** Every camera there is, or these. */
export type SeenCameras = 'all' | ReadonlySet<CameraId>;

export type PersonCaller = {
  readonly kind: 'person';
  readonly person: PersonRow;
  readonly session: Session;
  readonly sees: SeenCameras;
};

/** A screen that nobody sits at. */
export type KioskCaller = {
  readonly kind: 'kiosk';
  readonly kiosk: KioskRow;
  readonly session: Session;
  readonly sees: SeenCameras;
};

/** Who asks. */
export type Caller = { readonly kind: 'nobody' } | PersonCaller | KioskCaller;

/** What somebody may do, whether or not they ask at this moment. */
export type CallerRights =
  | { readonly kind: 'nobody' }
  | Omit<PersonCaller, 'session'>
  | Omit<KioskCaller, 'session'>;

export const nobody: Caller = { kind: 'nobody' };
