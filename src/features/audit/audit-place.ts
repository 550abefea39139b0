import { type AuditFilter, auditOutcomes } from '../../api/audit.ts';
import { epochOfLocal } from '../../domain/local-time.ts';

/** What the address says: which lines are shown, and which one is open. Empty is no filter. */
export interface AuditPlace {
  readonly who: string;
  /** An area, or an operation by its dotted words. */
  readonly what: string;
  readonly object: string;
  readonly outcome: string;
  /** As clocks at the site show it: `2026-11-25T22:14`. */
  readonly from: string;
  readonly to: string;
  readonly entry: number | null;
}

export const noFilter = { who: '', what: '', object: '', outcome: '', from: '', to: '' } as const;

/** What people ask for by one name. `commands` are the endpoints of all protocols. */
export const auditAreas = [
  'session',
  'camera',
  'voice',
  'ptz',
  'preset',
  'tour',
  'commands',
  'event',
  'handover',
  'bookmark',
  'case',
  'output',
  'arming',
  'picture',
  'alarm',
  'device',
  'page',
  'view',
  'person',
  'group',
  'kiosk',
  'export',
  'request',
  'audit',
] as const;

export interface SiteFacts {
  readonly zone: string;
  readonly protocolIds: readonly string[];
}

/** What the proxy is asked for. */
export function filterOf(place: AuditPlace, { zone, protocolIds }: SiteFacts): AuditFilter {
  const outcome = auditOutcomes.find((one) => one === place.outcome);
  const from = epochOfLocal(place.from, zone);
  const to = epochOfLocal(place.to, zone);
  const operation = place.what === 'commands' ? protocolIds.join(',') : place.what;
  return {
    ...(place.who.trim() === '' ? {} : { actor: place.who.trim() }),
    ...(place.object.trim() === '' ? {} : { object: place.object.trim() }),
    ...(operation === '' ? {} : { operation }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}

/** How many filters are set. */
export function filterCount(place: AuditPlace): number {
  const { who, what, object, outcome, from, to } = place;
  return [who, what, object, outcome, from, to].filter((value) => value.trim() !== '').length;
}
