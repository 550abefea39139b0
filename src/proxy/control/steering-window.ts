import type { ControlReport } from '../../api/control.ts';
import type { AuditSignature } from '../access/audit.ts';
import type { LeaseHolder } from './ptz-lease.ts';

/** A window as a camera knows it that is steered from there. */
export interface SteeringWindow extends LeaseHolder {
  /** Who signs what is done there, by the rights of this moment. */
  readonly signature: () => AuditSignature;
  readonly tell: (report: ControlReport) => void;
}
