import type { DeviceStream, VideoCodec } from '../../domain/stream.ts';
import type { Parameters } from '../parsing/parameters.ts';
import { mjpeg, snapshot } from './endpoints-media.ts';
import { numberOf, textOf } from './parameter-groups.ts';
import { pictureSize, resolutionCodes } from './picture-size.ts';

/** 5.5.2; the document knows no way to change it. */
const documentedMjpegPort = 8008;
const rtspPort = 554;
const mostStreams = 4;

const stream = 'Image.I0.Appearance.Stream.S';
const pathPattern = /^\/?((?!\.)[\w.-]{1,64}(?:\/(?!\.)[\w.-]{1,64}){0,3})$/;

interface RtspStream {
  readonly path: string;
  /** As the device calls its encoder; absent where it does not say. */
  readonly encoder?: string | undefined;
  readonly resolution?: string | undefined;
}

/** The streams of the R series: `stream1` and so on, unless their names were changed (5.5.1.2). */
function numberedStreams(parameters: Parameters): readonly RtspStream[] {
  return Array.from({ length: mostStreams }, (_, index) => {
    const named = textOf(parameters, `Network.RTSP.Stream${index + 1}`);
    const encoder = textOf(parameters, `${stream}${index}.EncodeType`);
    if (named === undefined && encoder === undefined) return [];
    const path = pathPattern.exec(named ?? `stream${index + 1}`)?.[1];
    const resolution = textOf(parameters, `${stream}${index}.Resolution`);
    return path === undefined ? [] : [{ path: `/${path}`, encoder, resolution }];
  }).flat();
}

/** The streams of the other series: `h264`, `h264_2` and so on, as many as are not disabled (5.5.1.1). */
function quadStreams(codes: readonly string[]): readonly RtspStream[] {
  const [, ...video] = codes;
  if (video.length === 0) return [{ path: '/h264', encoder: 'h264' }];
  return video.flatMap((resolution, index) => {
    const path = index === 0 ? '/h264' : `/h264_${index + 1}`;
    return resolution === 'disable' || resolution === ''
      ? []
      : [{ path, encoder: 'h264', resolution }];
  });
}

const codecs: readonly (readonly [RegExp, VideoCodec])[] = [
  [/h\.?264|avc/i, 'h264'],
  [/h\.?265|hevc/i, 'h265'],
];

function rtspStreams(parameters: Parameters, codes: readonly string[]): readonly DeviceStream[] {
  if (/^no$/i.test(textOf(parameters, 'Network.RTSP.Enabled') ?? '')) return [];
  const numbered = numberedStreams(parameters);
  const port = numberOf(parameters, 'Network.RTSP.Port', 1, 65_535) ?? rtspPort;
  return (numbered.length > 0 ? numbered : quadStreams(codes))
    .filter(({ encoder }) => !/jpe?g|off|disable/i.test(encoder ?? ''))
    .map(({ path, encoder, resolution }, index) => {
      const size = pictureSize(resolution);
      return {
        id: ['main-rtsp', 'sub-rtsp'][index] ?? `sub-rtsp-${index}`,
        kind: 'rtsp',
        quality: index === 0 ? 'main' : 'sub',
        width: size?.[0],
        height: size?.[1],
        codec: codecs.find(([name]) => name.test(encoder ?? ''))?.[1],
        target: path,
        port,
      };
    });
}

/** All ways to see the camera, MJPEG first, which needs nothing on the proxy's machine. */
export function streamsOf(parameters: Parameters): readonly DeviceStream[] {
  const codes = resolutionCodes(parameters);
  const size = pictureSize(codes[0]);
  const live: DeviceStream = {
    id: 'main-mjpeg',
    kind: 'mjpeg',
    quality: 'main',
    width: size?.[0],
    height: size?.[1],
    target: mjpeg.path,
    port: numberOf(parameters, 'Network.MJPEG.Port', 1, 65_535) ?? documentedMjpegPort,
  };
  const still: DeviceStream = {
    id: 'main-jpeg',
    kind: 'jpeg',
    quality: 'main',
    target: snapshot.path,
  };
  return [...(codes[0] === 'disable' ? [] : [live]), ...rtspStreams(parameters, codes), still];
}
