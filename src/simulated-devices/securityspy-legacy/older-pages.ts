import { escapeMarkup } from '../http/markup.ts';
import { siteWord } from '../http/site-word.ts';
import { cameraNumbers } from '../video-server/camera-number.ts';
import type { CaptureKind } from '../video-server/captured-file.ts';
import { footageFeed, footageList } from '../video-server/footage-pages.ts';
import { pageOfFootage, spanOf } from '../video-server/footage-query.ts';
import { sendHtml, sendNotFound, sendXml } from '../video-server/replies.ts';
import type { OlderCamera } from './older-camera.ts';
import type { OlderExchange, OlderServerState } from './older-exchange.ts';

const datePattern = 'DD/MM/YY';
const nativeSize = { width: 640, height: 480 } as const;
const stillMethod = '5';

/** `fileTypeMenu`: movies, images or both; both where it is absent. */
const kindsByType: ReadonlyMap<string, readonly CaptureKind[]> = new Map([
  ['m', ['continuous', 'motion']],
  ['i', ['image']],
  ['b', ['continuous', 'motion', 'image']],
]);

/** `640x480`, `scale2` or `scale0.5`. */
function sizeOf(imageSize: string): readonly [number, number] {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(imageSize) ?? [];
  if (width !== undefined && height !== undefined) return [Number(width), Number(height)];
  const scale = Number(/^scale(\d+(?:\.\d+)?)$/.exec(imageSize)?.[1] ?? 1);
  return [Math.round(nativeSize.width * scale), Math.round(nativeSize.height * scale)];
}

function picture({ number, site }: OlderCamera, query: URLSearchParams): string {
  const [width, height] = sizeOf(query.get('imageSize') ?? '');
  const source = query.get('viewMethod') === stillMethod ? '++image' : '++video';
  const address = `${source}?cameraNum=${number}&amp;width=${width}&amp;height=${height}`;
  return `<img src="${address}" alt="${escapeMarkup(siteWord('camera', site.name))}" width="${width}" height="${height}">`;
}

/** "HTML page containing live video": a picture for each camera that is named. */
export function sendLivePage({ cameras }: OlderServerState, exchange: OlderExchange): void {
  const { query, response } = exchange;
  const named = cameraNumbers(query);
  const shown = cameras.filter(({ number }) => named?.has(number) === true);
  if (shown.length === 0) return void sendNotFound(response);
  const pictures = shown.map((camera) => picture(camera, query));
  return void sendHtml(response, 'Live', pictures.join('\n'));
}

/** "Links to captured video footage"; the older document knows no pages, so all come at once. */
export function sendFootage(state: OlderServerState, { query, response }: OlderExchange): void {
  const { footage, zone, now } = state;
  const page = pageOfFootage(footage.files(), {
    cameras: cameraNumbers(query),
    kinds: new Set(kindsByType.get(query.get('fileTypeMenu') ?? 'b')),
    results: Number.POSITIVE_INFINITY,
    continuation: null,
    ...spanOf(query, datePattern, zone, now()),
  });
  if (query.get('format') === 'xml')
    return void sendXml(response, footageFeed(page, footage, zone, now(), null));
  return void sendHtml(response, 'Captured files', footageList(page, footage));
}
