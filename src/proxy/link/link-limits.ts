/** Bounds on everything that a device may take from us: time, bytes, sockets. */
export interface LinkLimits {
  readonly dialMs: number;
  /** From the request being sent to the end of the answer's header. */
  readonly answerMs: number;
  readonly headerBytes: number;
  readonly callBytes: number;
  readonly callDeadlineMs: number;
  /** A body that brings fewer than `trickleBytes` in any `trickleMs` is given up. */
  readonly trickleMs: number;
  readonly trickleBytes: number;
  readonly callSockets: number;
  /** Of commands that steer: none waits behind a question that hangs. */
  readonly commandSockets: number;
  /** Streams have sockets of their own, so that calls always come through; RTSP counts as well. */
  readonly mediaSockets: number;
  /** For each camera beyond the first: its full picture and its small one. */
  readonly mediaSocketsPerCamera: number;
  /** Of a recorder, however many cameras it claims: as many as the largest wall shows. */
  readonly mostMediaSockets: number;
  /** How long a stream waits for a place. */
  readonly placeMs: number;
  /** Streams of one device that may be dialling at the same time. */
  readonly concurrentDials: number;
}

export const defaultLinkLimits: LinkLimits = {
  dialMs: 3000,
  answerMs: 3000,
  headerBytes: 16 * 1024,
  callBytes: 1024 * 1024,
  callDeadlineMs: 10_000,
  trickleMs: 5000,
  trickleBytes: 160,
  callSockets: 4,
  commandSockets: 16,
  mediaSockets: 4,
  mediaSocketsPerCamera: 2,
  mostMediaSockets: 36,
  placeMs: 2000,
  concurrentDials: 2,
};
