import type { ServerResponse } from 'node:http';
import { readBody } from '../http/read-body.ts';
import { cameraNumber } from '../video-server/camera-number.ts';
import { sendBody, sendHtml, sendNotFound, sendText, sendXml } from '../video-server/replies.ts';
import { accounts, right } from './rights.ts';
import type { Exchange, Route, Routes } from './route.ts';
import { serverSections } from './server-settings.ts';
import type { ServerState } from './server-state.ts';
import type { ReadSettings } from './settings-section.ts';
import type { SpyCamera } from './spy-camera.ts';
import { spoken, treeXml } from './tree-xml.ts';

const mostBodyBytes = 64 * 1024;
/** Changes that other viewers of the server must hear of. */
const announcedFields = ['name', 'enabled'];

function sendSettings(
  query: URLSearchParams,
  response: ServerResponse,
  values: ReadSettings,
): void {
  switch (query.get('format')) {
    case 'xml':
      return void sendXml(response, `${treeXml('settings', values)}\n`);
    case 'json':
      return void sendBody(response, 'application/json', JSON.stringify(values, spokenJson));
    default:
      // Without a format a person has come, and gets the page.
      return void sendHtml(response, 'Settings', '<h1>Settings</h1>');
  }
}

function spokenJson(key: string, value: unknown): unknown {
  return typeof value === 'string' ? spoken(key, value) : value;
}

function sendJson(response: ServerResponse, value: unknown): void {
  sendBody(response, 'application/json', JSON.stringify(value));
}

/** Accounts as a captured reply lists them: without passwords. */
function listedAccounts(): readonly unknown[] {
  return accounts.map(({ username, permissions }, index) => ({
    accountId: 369_353_987 + index * 244_759_134,
    username,
    permissionType: permissions === accounts[0]?.permissions ? 4 : 1,
    timedAccess: false,
  }));
}

/**
 * `settings-{section}`, read and written; needs the right to settings, or else 403. The lone
 * `formData` that a browser puts in front of a form is no field.
 */
export function settingsRoutes(state: ServerState): Routes {
  const route = (run: Route['run']): Route => ({ needs: right.settings, refusal: 403, run });
  const written = async (
    { request, response }: Exchange,
    keep: (form: URLSearchParams) => void,
  ): Promise<void> => {
    const body = await readBody(request, mostBodyBytes);
    if (body === null) return void sendText(response, '413 Too Large', 413);
    return keep(new URLSearchParams(body));
  };
  /** Disabled ones too: this is how they come back. Without a number the server fails, as captured. */
  const cameraOf = (query: URLSearchParams, response: ServerResponse): SpyCamera | null => {
    const number = cameraNumber(query);
    const camera = state.cameras.find((one) => one.number === number) ?? null;
    if (number === null) sendText(response, '500 Internal Server Error', 500);
    else if (camera === null) sendNotFound(response);
    return camera;
  };
  const routes: Record<string, Route> = {
    'GET settings-cameras': route(({ query, response }) => {
      const camera = cameraOf(query, response);
      if (camera !== null)
        sendSettings(query, response, { cameraNum: camera.number, ...camera.settings.read() });
    }),
    'POST settings-cameras': route((exchange) =>
      written(exchange, (form) => {
        const { query, response } = exchange;
        const camera = cameraOf(form.has('cameraNum') ? form : query, response);
        if (camera === null) return;
        const changed = camera.settings.write(form);
        if (changed.length > 0) state.events.emit(camera.number, 'CONFIGCHANGE');
        const announced = changed.some((name) => announcedFields.includes(name));
        const update = { num: String(camera.number), name: camera.name };
        sendJson(response, announced ? { camUpdate: update } : { result: 'OK' });
      }),
    ),
  };
  for (const name of serverSections) {
    const section = state.sections[name];
    routes[`GET settings-${name}`] = route(({ query, response }) =>
      sendSettings(query, response, {
        ...section.read(),
        ...(name === 'web' ? { accounts: listedAccounts() } : {}),
      }),
    );
    routes[`POST settings-${name}`] = route((exchange) =>
      written(exchange, (form) => {
        if (section.write(form).length > 0) state.events.emit(null, 'CONFIGCHANGE');
        sendJson(exchange.response, { result: 'OK' });
      }),
    );
  }
  return routes;
}
