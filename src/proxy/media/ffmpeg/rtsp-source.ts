import { DeviceError } from '../../../domain/device-error.ts';
import { openRtspRelay } from '../../link/rtsp/rtsp-relay.ts';
import { type FlvSource, readFlvBody } from '../flv-source.ts';
import type { Ffmpeg } from './ffmpeg.ts';

/** RTSP by way of ffmpeg, where this machine has one. */
export function rtspSource(ffmpeg: Ffmpeg | null): FlvSource {
  return async ({ connection, stream }, signal, sink) => {
    if (ffmpeg === null)
      throw new DeviceError('unsupported', 'not-supported', { detail: 'ffmpeg' });
    await connection.rtspStream(stream, signal, async (dial) => {
      try {
        const relay = await openRtspRelay(dial);
        try {
          const { body, ended } = ffmpeg.repackage(relay.address, signal);
          const read = readFlvBody(body, {
            ...sink,
            header: (bytes) => {
              dial.settle('accepted');
              sink.answered();
              sink.header(bytes);
            },
          });
          const [outcome, gone] = await Promise.allSettled([read, ended]);
          if (outcome.status === 'rejected' && outcome.reason instanceof DeviceError) {
            throw outcome.reason;
          }
          // The device's own words first: ffmpeg's may be about what came of them.
          throw relay.fault() ?? (gone.status === 'fulfilled' ? gone.value : gone.reason);
        } finally {
          relay.close();
        }
      } catch (failure) {
        const refused = failure instanceof DeviceError && failure.reason === 'login-refused';
        dial.settle(refused ? 'refused' : 'silent');
        throw failure;
      }
    });
  };
}
