import { escapeMarkup } from '../http/markup.ts';
import { wholeNumber } from '../video-server/camera-number.ts';
import { sendBody, sendHtml, sendNotFound, sendXml } from '../video-server/replies.ts';
import { right } from './rights.ts';
import type { Exchange, Routes } from './route.ts';
import type { ServerState } from './server-state.ts';
import { pictureSize, type SpyCamera } from './spy-camera.ts';
import { type SystemFacts, systemTree } from './system-tree.ts';
import { treeXml } from './tree-xml.ts';

const cellWidth = 400;
/** `cropMode`: black bars, crop, stretch. */
const fits = ['contain', 'cover', 'fill'];

function cell(camera: SpyCamera, query: URLSearchParams): string {
  const scale = query.get('hiRes') === '1' ? 2 : 1;
  const fps = wholeNumber(query.get('fps'), 1, 30, 10);
  const border = wholeNumber(query.get('border'), 0, 50, 1);
  const fit = fits[wholeNumber(query.get('cropMode'), 0, 2, 0)];
  const height = Math.round((cellWidth * pictureSize.height) / pictureSize.width);
  const name = escapeMarkup(camera.name);
  const bar = query.get('camInfo') === '1' ? `<figcaption>${name}</figcaption>` : '';
  const address = `++video?cameraNum=${camera.number}&amp;width=${cellWidth * scale}&amp;fps=${fps}`;
  return `<figure style="display:inline-block;margin:0;border:${border}px solid #000">${bar}<img src="${address}" alt="${name}" width="${cellWidth}" height="${height}" style="object-fit:${fit}"></figure>`;
}

/** The grid of "multiplex", with the cameras of a list separated by commas. */
function sendGrid(state: ServerState, { query, response }: Exchange): void {
  const numbers = (query.get('cameras') ?? '').split(',').filter((text) => text !== '');
  const cameras = numbers.flatMap((text) => {
    const camera = state.camera(new URLSearchParams({ cameraNum: text }));
    return camera === null ? [] : [camera];
  });
  if (cameras.length === 0) return void sendNotFound(response);
  const cells = cameras.map((camera) => cell(camera, query));
  return void sendHtml(response, 'Cameras', cells.join('\n'));
}

/** What tells of the whole server: `systemInfo`, the grid, sounds, scripts and the event stream. */
export function pageRoutes(state: ServerState, facts: () => SystemFacts): Routes {
  const { sounds, scripts, events } = state;
  return {
    'GET systemInfo': {
      needs: 0,
      run: ({ query, account, response }) => {
        const tree = systemTree(facts(), account, state.now());
        if (query.get('format') === 'json')
          return void sendBody(response, 'application/json', JSON.stringify(tree));
        return void sendXml(response, `${treeXml('system', tree)}\n`);
      },
    },
    'GET eventStream': {
      needs: right.live,
      run: ({ query, response }) => events.join(query, response),
    },
    'GET multiplex': { needs: right.live, run: (exchange) => sendGrid(state, exchange) },
    'GET sounds': {
      needs: right.schedule,
      run: ({ query, response }) => sounds.sendList(query, response),
    },
    'GET scripts': {
      needs: right.settings,
      run: ({ query, response }) => scripts.sendList(query, response),
    },
    'GET doSound': {
      needs: right.schedule,
      run: ({ query, response }) => sounds.use(query, response),
    },
    'GET doScript': {
      needs: right.settings,
      run: ({ query, response }) => scripts.use(query, response),
    },
  };
}
