/**
 * Who may do what, written down from the design of people and trust and from nothing in the
 * product, so that a wrong label of a route is found. `everybody` needs no session, `people` have
 * an account, `lookers` are people and screens, `operators` and above are roles.
 */
export type Circle =
  | 'everybody'
  | 'people'
  | 'lookers'
  | 'operators'
  | 'supervisors'
  | 'administrators';

export interface Place {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As it was registered, with `:names`. */
  readonly url: string;
  readonly circle: Circle;
  /** Only for whoever gave the password in the last ten minutes. */
  readonly fresh: boolean;
}

export interface SocketPath {
  readonly path: string;
  readonly circle: Circle;
}

const line = /^(\w+) (\S+) (\w+)( fresh)?$/;

export const places: readonly Place[] = `
GET /* everybody
GET /authority.crt everybody
GET /api/session everybody
POST /api/session everybody
POST /api/setup everybody
POST /api/demo-session everybody
POST /api/kiosk-pairings everybody
POST /api/kiosk-pairings/claim everybody
DELETE /api/session people
POST /api/session/confirm people
POST /api/session/active people
DELETE /api/session/active people
PUT /api/account/password people
GET /api/account/sessions people
DELETE /api/account/sessions/:sessionId people
GET /api/site lookers
GET /api/tls lookers
GET /api/cameras lookers
GET /api/cameras/:cameraId/snapshot lookers
GET /api/cameras/:cameraId/picture-settings lookers
GET /api/cameras/:cameraId/ptz operators
GET /api/cameras/:cameraId/ptz/position operators
POST /api/cameras/:cameraId/ptz/actions operators
GET /api/cameras/:cameraId/presets operators
POST /api/cameras/:cameraId/presets operators
PATCH /api/cameras/:cameraId/presets/:presetId operators
DELETE /api/cameras/:cameraId/presets/:presetId operators
POST /api/cameras/:cameraId/presets/:presetId/go operators
GET /api/cameras/:cameraId/presets/:presetId/picture operators
GET /api/cameras/:cameraId/tours operators
GET /api/cameras/:cameraId/tours/:tourId operators
PUT /api/cameras/:cameraId/tours/:tourId operators
POST /api/cameras/:cameraId/tours/:tourId/start operators
POST /api/cameras/:cameraId/tours/:tourId/stop operators
PATCH /api/cameras/:cameraId/picture-settings operators
GET /api/cameras/:cameraId/outputs operators
PUT /api/cameras/:cameraId/outputs/:outputId operators
GET /api/cameras/:cameraId/arming operators
POST /api/cameras/:cameraId/arming operators
GET /api/cameras/:cameraId/hls/:streamId/index.m3u8 lookers
GET /api/cameras/:cameraId/hls/:streamId/:name lookers
POST /api/cameras/:cameraId/page lookers
GET /api/cameras/:cameraId/recording lookers
GET /api/cameras/:cameraId/recording-files/:fileId lookers
GET /api/recordings/spans lookers
GET /api/recordings/days lookers
GET /api/recordings/proof lookers
GET /api/exports operators
POST /api/exports operators
GET /api/export-key people
GET /api/exports/:exportId operators
DELETE /api/exports/:exportId operators
POST /api/exports/:exportId/cancel operators
POST /api/exports/:exportId/retry operators
GET /api/exports/:exportId/pack operators
GET /api/events lookers
GET /api/events/days lookers
GET /api/events/beside lookers
GET /api/events/:eventId lookers
GET /api/events/:eventId/image lookers
GET /api/alarms lookers
GET /api/alarms/:alarmId lookers
GET /api/alarms/:alarmId/people operators
POST /api/alarms/:alarmId/actions operators
GET /api/alarm-rules operators
POST /api/alarm-rules supervisors
POST /api/alarm-rule-trials supervisors
PUT /api/alarm-rules/:ruleId supervisors
DELETE /api/alarm-rules/:ruleId supervisors
GET /api/event-sendings operators
POST /api/event-sendings operators
GET /api/handover-notes operators
POST /api/handover-notes operators
GET /api/bookmarks people
POST /api/bookmarks operators
PUT /api/bookmarks/:bookmarkId operators
DELETE /api/bookmarks/:bookmarkId operators
POST /api/bookmarks/:bookmarkId/restore operators
GET /api/cases people
POST /api/cases operators
GET /api/cases/:caseId people
PUT /api/cases/:caseId operators
DELETE /api/cases/:caseId operators
POST /api/cases/:caseId/items operators
DELETE /api/cases/:caseId/items/:kind/:itemId operators
POST /api/cases/:caseId/items/:kind/:itemId/restore operators
GET /api/shift-report supervisors
GET /api/shift-report.csv supervisors
GET /api/views lookers
POST /api/views operators
PUT /api/views/:viewId operators
DELETE /api/views/:viewId operators
GET /api/devices administrators
POST /api/devices administrators fresh
PATCH /api/devices/:deviceId administrators fresh
DELETE /api/devices/:deviceId administrators fresh
GET /api/devices/:deviceId/endpoints administrators
POST /api/devices/:deviceId/endpoints/:endpointId administrators
POST /api/probes administrators fresh
GET /api/audit supervisors
GET /api/audit/verify supervisors
GET /api/audit.csv supervisors
GET /api/people administrators
POST /api/people administrators fresh
PATCH /api/people/:personId administrators fresh
DELETE /api/people/:personId administrators fresh
GET /api/kiosks administrators
POST /api/kiosks administrators fresh
PATCH /api/kiosks/:kioskId administrators fresh
DELETE /api/kiosks/:kioskId administrators fresh
GET /api/camera-groups administrators
POST /api/camera-groups administrators fresh
PUT /api/camera-groups/:groupId administrators fresh
DELETE /api/camera-groups/:groupId administrators fresh
GET /api/sessions administrators
DELETE /api/sessions/:sessionId administrators
`
  .trim()
  .split('\n')
  .map((text) => {
    const [, method, url = '', circle, fresh] = line.exec(text) ?? [];
    return {
      method: method as Place['method'],
      url,
      circle: circle as Circle,
      fresh: fresh !== undefined,
    };
  });

/** WebSockets, in the order in which they are registered. */
export const socketPaths: readonly SocketPath[] = [
  { path: '/ws/frames', circle: 'lookers' },
  { path: '/ws/flv', circle: 'lookers' },
  { path: '/ws/inputs', circle: 'lookers' },
  { path: '/ws/audio', circle: 'lookers' },
  { path: '/ws/talk', circle: 'operators' },
  { path: '/ws/events', circle: 'lookers' },
  { path: '/ws/changes', circle: 'lookers' },
  { path: '/ws/control', circle: 'operators' },
];
