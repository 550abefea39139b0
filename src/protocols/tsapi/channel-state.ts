import type { ChannelState, RecordingStatus } from '../../domain/camera.ts';
import { instantMs } from './device-time.ts';
import type { ReportedStatus } from './replies.ts';

/** The complete list of "Request channel status @0.3.0". */
const stateByCode: ReadonlyMap<number, ChannelState> = new Map([
  [-5, 'rebooting'],
  [-4, 'connecting'],
  [-3, 'connecting'],
  [-2, 'connecting'],
  [-1, 'unused'],
  [0, 'no-response'],
  // "Used" says only that somebody set the channel up.
  [1, 'unknown'],
  [2, 'connected'],
  [200, 'connected'],
  [401, 'camera-login-failed'],
  [403, 'camera-blocked'],
  [404, 'no-network'],
  [408, 'camera-timeout'],
  [410, 'no-video-input'],
  [503, 'service-failure'],
  // A channel that plays a file has come to its end, or its file is gone.
  [1000, 'no-video-input'],
  [1404, 'no-video-input'],
]);

export function channelState(code: number | undefined): ChannelState {
  return (code === undefined ? undefined : stateByCode.get(code)) ?? 'unknown';
}

export function recordingStatus(reported: ReportedStatus | undefined): RecordingStatus | undefined {
  const status = reported?.recordingStatus;
  if (status === undefined) return undefined;
  const { streaming, recording, timestampRecordingFailure = '' } = status;
  const failedSinceMs = recording ? undefined : instantMs(timestampRecordingFailure);
  return { streaming, recording, failedSinceMs };
}
