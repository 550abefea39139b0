/** The part of a video element that following the live edge needs. */
export type EdgeVideo = Pick<HTMLVideoElement, 'buffered' | 'currentTime' | 'playbackRate'>;

/** Behind by more than this, speeding up would take too long: jump. */
const jumpSeconds = 1.2;
const hurrySeconds = 0.3;
const restSeconds = 0.16;
const landSeconds = 0.12;
const hurryRate = 1.12;

/**
 * Keeps a live video near the newest picture that has arrived. To be asked after each presented
 * frame, so that nothing is chased before the decoder has proven that it can show one.
 */
export function followLiveEdge(video: EdgeVideo): void {
  const { buffered } = video;
  if (buffered.length === 0) return;
  const behindSeconds = buffered.end(buffered.length - 1) - video.currentTime;
  if (behindSeconds > jumpSeconds) {
    video.currentTime += behindSeconds - landSeconds;
  } else if (behindSeconds > hurrySeconds) {
    if (video.playbackRate !== hurryRate) video.playbackRate = hurryRate;
  } else if (behindSeconds < restSeconds && video.playbackRate !== 1) {
    video.playbackRate = 1;
  }
}
