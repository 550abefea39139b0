/** Rhythm of `/ws/changes`. Apart from the schemas, so that a window reads it without loading them. */
export const beatIntervalMs = 10_000;
export const silenceMeansDeadMs = 15_000;
