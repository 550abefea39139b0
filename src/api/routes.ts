/** Every address of our own surface, for both ends. `{…}` parts are opaque ids. */
export const routes = {
  site: '/api/site',
  cameras: '/api/cameras',
  snapshot: (cameraId: string) => `/api/cameras/${cameraId}/snapshot`,
  pictureSettings: (cameraId: string) => `/api/cameras/${cameraId}/picture-settings`,
  hlsPlaylist: (cameraId: string, streamId: string) =>
    `/api/cameras/${cameraId}/hls/${streamId}/index.m3u8`,
  page: (cameraId: string) => `/api/cameras/${cameraId}/page`,
  ptz: (cameraId: string) => `/api/cameras/${cameraId}/ptz`,
  ptzActions: (cameraId: string) => `/api/cameras/${cameraId}/ptz/actions`,
  ptzPosition: (cameraId: string) => `/api/cameras/${cameraId}/ptz/position`,
  presets: (cameraId: string) => `/api/cameras/${cameraId}/presets`,
  preset: (cameraId: string, presetId: string) =>
    `/api/cameras/${cameraId}/presets/${encodeURIComponent(presetId)}`,
  goToPreset: (cameraId: string, presetId: string) =>
    `/api/cameras/${cameraId}/presets/${encodeURIComponent(presetId)}/go`,
  presetPicture: (cameraId: string, presetId: string) =>
    `/api/cameras/${cameraId}/presets/${encodeURIComponent(presetId)}/picture`,
  tours: (cameraId: string) => `/api/cameras/${cameraId}/tours`,
  /** Its plan: read with GET, saved with PUT. */
  tour: (cameraId: string, tourId: string) => `/api/cameras/${cameraId}/tours/${tourId}`,
  startTour: (cameraId: string, tourId: string) => `/api/cameras/${cameraId}/tours/${tourId}/start`,
  stopTour: (cameraId: string, tourId: string) => `/api/cameras/${cameraId}/tours/${tourId}/stop`,
  outputs: (cameraId: string) => `/api/cameras/${cameraId}/outputs`,
  output: (cameraId: string, outputId: string) =>
    `/api/cameras/${cameraId}/outputs/${encodeURIComponent(outputId)}`,
  arming: (cameraId: string) => `/api/cameras/${cameraId}/arming`,
  devices: '/api/devices',
  device: (deviceId: string) => `/api/devices/${deviceId}`,
  endpoints: (deviceId: string) => `/api/devices/${deviceId}/endpoints`,
  endpoint: (deviceId: string, endpointId: string) =>
    `/api/devices/${deviceId}/endpoints/${endpointId}`,
  probes: '/api/probes',
  session: '/api/session',
  /** The password once more, before what is dangerous. */
  confirm: '/api/session/confirm',
  /** A person is at the keyboard. */
  active: '/api/session/active',
  setUp: '/api/setup',
  demoSession: '/api/demo-session',
  ownPassword: '/api/account/password',
  ownSessions: '/api/account/sessions',
  ownSession: (sessionId: string) => `/api/account/sessions/${sessionId}`,
  sessions: '/api/sessions',
  openSession: (sessionId: string) => `/api/sessions/${sessionId}`,
  people: '/api/people',
  person: (personId: string) => `/api/people/${personId}`,
  cameraGroups: '/api/camera-groups',
  cameraGroup: (groupId: string) => `/api/camera-groups/${groupId}`,
  pairings: '/api/kiosk-pairings',
  pairingClaim: '/api/kiosk-pairings/claim',
  kiosks: '/api/kiosks',
  kiosk: (kioskId: string) => `/api/kiosks/${kioskId}`,
  /** Newest first, by the filters of `api/events.ts` as a query. */
  events: '/api/events',
  event: (eventId: string) => `/api/events/${eventId}`,
  eventImage: (eventId: string) => `/api/events/${eventId}/image`,
  /** All that are not closed. */
  /** By calendar days: `?cameraIds=…&fromMs=…&toMs=…&zone=…`. */
  eventDays: '/api/events/days',
  /** The next one on a side of an instant: `?cameraIds=…&atMs=…&side=after`. */
  eventBeside: '/api/events/beside',
  alarms: '/api/alarms',
  alarm: (alarmId: string) => `/api/alarms/${alarmId}`,
  alarmActions: (alarmId: string) => `/api/alarms/${alarmId}/actions`,
  /** To whom it may be forwarded. */
  alarmPeople: (alarmId: string) => `/api/alarms/${alarmId}/people`,
  alarmRules: '/api/alarm-rules',
  /** What a rule that is not saved would have raised in the last day. */
  alarmRuleTrial: '/api/alarm-rule-trials',
  alarmRule: (ruleId: string) => `/api/alarm-rules/${ruleId}`,
  shiftReport: '/api/shift-report',
  shiftReportCsv: '/api/shift-report.csv',
  handoverNotes: '/api/handover-notes',
  /** Which devices take what, with their cameras; a POST sends. */
  eventSendings: '/api/event-sendings',
  /** Cameras beside each other over a time: `?camera=…&camera=…&from=…&to=…`. */
  recordedSpans: '/api/recordings/spans',
  recordedDays: '/api/recordings/days',
  recordingProof: '/api/recordings/proof',
  /** The file that holds a moment, or one next to another. */
  recordedFile: (cameraId: string) => `/api/cameras/${cameraId}/recording`,
  recordedBytes: (cameraId: string, fileId: string) =>
    `/api/cameras/${cameraId}/recording-files/${encodeURIComponent(fileId)}`,
  exports: '/api/exports',
  exportKey: '/api/export-key',
  exportOf: (exportId: string) => `/api/exports/${exportId}`,
  cancelExport: (exportId: string) => `/api/exports/${exportId}/cancel`,
  /** Tries what failed or was broken off once more. */
  retryExport: (exportId: string) => `/api/exports/${exportId}/retry`,
  evidencePack: (exportId: string) => `/api/exports/${exportId}/pack`,
  bookmarks: '/api/bookmarks',
  bookmark: (bookmarkId: string) => `/api/bookmarks/${bookmarkId}`,
  /** Brings back one that was removed a moment ago. */
  restoredBookmark: (bookmarkId: string) => `/api/bookmarks/${bookmarkId}/restore`,
  cases: '/api/cases',
  caseOf: (caseId: string) => `/api/cases/${caseId}`,
  caseItems: (caseId: string) => `/api/cases/${caseId}/items`,
  caseItem: (caseId: string, kind: string, itemId: string) =>
    `/api/cases/${caseId}/items/${kind}/${encodeURIComponent(itemId)}`,
  /** Puts back what was taken out a moment ago. */
  restoredCaseItem: (caseId: string, kind: string, itemId: string) =>
    `/api/cases/${caseId}/items/${kind}/${encodeURIComponent(itemId)}/restore`,
  audit: '/api/audit',
  auditCsv: '/api/audit.csv',
  auditVerdict: '/api/audit/verify',
  views: '/api/views',
  view: (viewId: string) => `/api/views/${viewId}`,
  tls: '/api/tls',
  authority: '/authority.crt',
  frames: '/ws/frames',
  changes: '/ws/changes',
  eventFeed: '/ws/events',
  control: '/ws/control',
  inputs: (cameraId: string) => `/ws/inputs?camera=${encodeURIComponent(cameraId)}`,
  audio: (cameraId: string) => `/ws/audio?camera=${encodeURIComponent(cameraId)}`,
  talk: (cameraId: string) => `/ws/talk?camera=${encodeURIComponent(cameraId)}`,
  flv: (cameraId: string, streamId: string) =>
    `/ws/flv?camera=${encodeURIComponent(cameraId)}&stream=${encodeURIComponent(streamId)}`,
} as const;

/** Every request that changes anything carries this header, which no foreign page can add. */
export const guardHeader = 'x-watchfloor';

/**
 * Close codes of our sockets. With `problem` the reason is a Problem as JSON (at most 123 bytes).
 */
export const closeCodes = { problem: 4000, tooSlow: 4001, sessionEnded: 4002 } as const;
