import { apiRow } from './endpoint-row.ts';
import {
  channel,
  channelList,
  direction,
  flag,
  language,
  speed,
  text,
  token,
  tokenList,
} from './query-fields.ts';

const lang = language.optional();

/** "Pan tilt control": one command of one channel each. */
export const ptzEndpoint = {
  home: apiRow({
    id: 'ptz.home',
    path: '/api/channel/ptz',
    query: { ch: channel, home: flag, lang },
    role: 'operator',
    summary: 'Turn a camera to its home position',
    section: 'Pan tilt control',
  }),
  stop: apiRow({
    id: 'ptz.stop',
    path: '/api/channel/ptz',
    query: { ch: channel, stop: flag, lang },
    role: 'operator',
    summary: 'Stop every movement of a camera and its lens',
    section: 'Pan tilt control',
  }),
  move: apiRow({
    id: 'ptz.move',
    path: '/api/channel/ptz',
    query: { ch: channel, move: direction, lang },
    role: 'operator',
    // One example calls a positive vertical speed up, another calls it down.
    summary: 'Move a camera until it is stopped; the first speed is right, the second vertical',
    section: 'Pan tilt control',
  }),
  zoom: apiRow({
    id: 'ptz.zoom',
    path: '/api/channel/ptz',
    query: { ch: channel, zoom: speed, lang },
    role: 'operator',
    summary: 'Zoom in (positive) or out until it is stopped',
    section: 'Pan tilt control',
  }),
  focus: apiRow({
    id: 'ptz.focus',
    path: '/api/channel/ptz',
    query: { ch: channel, focus: speed, lang },
    role: 'operator',
    summary: 'Focus near (positive) or far until it is stopped',
    section: 'Pan tilt control',
  }),
  iris: apiRow({
    id: 'ptz.iris',
    path: '/api/channel/ptz',
    query: { ch: channel, iris: speed, lang },
    role: 'operator',
    summary: 'Open (positive) or close the iris until it is stopped',
    section: 'Pan tilt control',
  }),
} as const;

/** "Pan tilt preset control". */
export const presetEndpoint = {
  list: apiRow({
    id: 'preset.list',
    path: '/api/channel/preset',
    query: { ch: channelList.optional(), list: flag, lang },
    role: 'operator',
    summary: 'Presets as the server remembers them',
    section: 'Pan tilt preset control',
  }),
  reload: apiRow({
    id: 'preset.reload',
    path: '/api/channel/preset',
    query: { ch: channelList.optional(), reload: flag, lang },
    role: 'operator',
    summary: 'Presets as the camera has them; slower than the list',
    section: 'Pan tilt preset control',
  }),
  add: apiRow({
    id: 'preset.add',
    path: '/api/channel/preset',
    query: { ch: channel, add: flag, name: text.optional(), lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Save where the camera looks as a new preset',
    section: 'Pan tilt preset control',
  }),
  set: apiRow({
    id: 'preset.set',
    path: '/api/channel/preset',
    query: { ch: channel, set: token, name: text.optional(), lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Save where the camera looks under a preset; overwrites what it held',
    section: 'Pan tilt preset control',
  }),
  remove: apiRow({
    id: 'preset.remove',
    path: '/api/channel/preset',
    query: { ch: channel, rm: tokenList, lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Remove presets from a camera',
    section: 'Pan tilt preset control',
  }),
  go: apiRow({
    id: 'preset.go',
    path: '/api/channel/preset',
    query: { ch: channel, go: token, lang },
    role: 'operator',
    summary: 'Turn a camera to a preset',
    section: 'Pan tilt preset control',
  }),
} as const;
