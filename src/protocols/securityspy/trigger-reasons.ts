/** Why a capture or an action was set off, bit 0 first ("Notes", trigger reason bitmask). */
const reasons = [
  'video-motion',
  'audio',
  'script',
  'camera-event',
  'web-server-event',
  'other-camera',
  'manual',
  'human',
  'vehicle',
  'homekit',
  'animal',
  'human-arrival',
  'human-departure',
  'vehicle-arrival',
  'vehicle-departure',
  'animal-arrival',
  'animal-departure',
] as const;
export type TriggerReason = (typeof reasons)[number];

/** Bits that the document does not name are left out. */
export function triggerReasons(mask: number): readonly TriggerReason[] {
  return reasons.filter((_, bit) => (mask & (1 << bit)) !== 0);
}
