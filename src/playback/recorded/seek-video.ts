/** @param nearly the key frame beside it will do, where the browser finds that faster */
export function seekVideo(video: HTMLVideoElement, seconds: number, nearly: boolean): void {
  // Chromium has no such method.
  const isFound = nearly && typeof video.fastSeek === 'function';
  if (isFound) video.fastSeek(seconds);
  else video.currentTime = seconds;
}
