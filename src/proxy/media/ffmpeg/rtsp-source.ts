import { DeviceError } from '../../../domain/device-error.ts';
import { type FlvSource, readFlvBody } from '../flv-source.ts';
import type { Ffmpeg } from './ffmpeg.ts';

/** RTSP by way of ffmpeg, where this machine has one. */
export function rtspSource(ffmpeg: Ffmpeg | null): FlvSource {
  return async ({ connection, stream }, signal, sink) => {
    if (ffmpeg === null)
      throw new DeviceError('unsupported', 'not-supported', { detail: 'ffmpeg' });
    const dial = await connection.rtspDial(stream, signal);
    try {
      const { body, ended } = ffmpeg.repackage(dial, signal);
      await readFlvBody(body, {
        ...sink,
        header: (bytes) => {
          dial.settle('accepted');
          sink.answered();
          sink.header(bytes);
        },
      });
      throw await ended;
    } catch (failure) {
      const refused = failure instanceof DeviceError && failure.reason === 'login-refused';
      dial.settle(refused ? 'refused' : 'silent');
      throw failure;
    }
  };
}
