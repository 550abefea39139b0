/** Rhythm of `/ws/control`. Apart from the schemas, so that a window reads it without loading them. */

/** A window renews a movement this often, and the proxy stops one that was not renewed for a while. */
export const renewEveryMs = 250;
export const lapseMs = 800;
/** Whoever has not steered for this long no longer holds the camera. */
export const idleReleaseMs = 10_000;
