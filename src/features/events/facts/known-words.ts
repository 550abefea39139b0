/** The kinds of object that the documents name; others stay in the words of the device. */
const objects = ['face', 'human', 'vehicle', 'animal', 'bodyTemperature'] as const;
type KnownObject = (typeof objects)[number];

export function isKnownObject(kind: string): kind is KnownObject {
  return (objects as readonly string[]).includes(kind);
}
