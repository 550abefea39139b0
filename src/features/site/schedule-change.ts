import type { ArmingChange, ArmingMode } from '../../domain/arming.ts';

/**
 * The change that sets what was chosen; null where it would set nothing.
 * @param scheduleId empty to leave it as it is; so is `overrideId`
 */
export function scheduleChange(
  modes: readonly ArmingMode[],
  scheduleId: string,
  overrideId: string,
): ArmingChange | null {
  if (modes.length === 0) return null;
  if (scheduleId !== '') {
    return { kind: 'schedule', modes, scheduleId, overrideId: overrideId || null };
  }
  return overrideId === '' ? null : { kind: 'override', modes, overrideId };
}
