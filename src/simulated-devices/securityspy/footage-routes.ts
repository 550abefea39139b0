import { cameraNumbers } from '../video-server/camera-number.ts';
import type { CaptureKind } from '../video-server/captured-file.ts';
import { sendCapturedFile } from '../video-server/file-routes.ts';
import { footageFeed, footageList } from '../video-server/footage-pages.ts';
import { pageOfFootage, resultsOf, spanOf } from '../video-server/footage-query.ts';
import { sendHtml, sendXml } from '../video-server/replies.ts';
import { datePatterns } from './date-patterns.ts';
import { right } from './rights.ts';
import type { Exchange, Route, Routes } from './route.ts';
import type { ServerState } from './server-state.ts';

const boxes: Readonly<Record<string, CaptureKind>> = {
  ccFilesCheck: 'continuous',
  mcFilesCheck: 'motion',
  imageFilesCheck: 'image',
};
/** One way in which captured feeds say that nothing follows. */
const endOfList = 'FFFFFFFFFFFFFFFF';

/** The kinds whose box is ticked; all where no box is named. */
function kindsOf(query: URLSearchParams): ReadonlySet<CaptureKind> {
  const named = Object.entries(boxes).filter(([box]) => query.has(box));
  if (named.length === 0) return new Set(Object.values(boxes));
  return new Set(named.filter(([box]) => query.get(box) === '1').map(([, kind]) => kind));
}

/** `download` and the three ways to fetch what it lists. */
export function footageRoutes(state: ServerState): Routes {
  const { footage, zone, now } = state;
  const list = ({ query, response }: Exchange): void => {
    const pattern = datePatterns[state.sections.general.number('dateFormat')] ?? '';
    const page = pageOfFootage(footage.files(), {
      cameras: cameraNumbers(query),
      kinds: kindsOf(query),
      results: resultsOf(query),
      continuation: query.get('continuation'),
      ...spanOf(query, pattern, zone, now()),
    });
    if (query.get('format') === 'xml')
      return void sendXml(response, footageFeed(page, footage, zone, now(), endOfList));
    return void sendHtml(response, 'Captured files', footageList(page, footage));
  };
  const file = (type?: string): Route => ({
    needs: right.files,
    run: ({ rest, request, response }) => sendCapturedFile(footage, rest, request, response, type),
  });
  return {
    'GET download': { needs: right.files, run: list },
    'GET getfile/': file(),
    'GET getfilehb/': file(),
    'GET getfilelb/': file('video/mp4'),
  };
}
