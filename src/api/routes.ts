/** Every address of our own surface, for both ends. `{…}` parts are opaque ids. */
export const routes = {
  site: '/api/site',
  cameras: '/api/cameras',
  snapshot: (cameraId: string) => `/api/cameras/${cameraId}/snapshot`,
  pictureSettings: (cameraId: string) => `/api/cameras/${cameraId}/picture-settings`,
  hlsPlaylist: (cameraId: string, streamId: string) =>
    `/api/cameras/${cameraId}/hls/${streamId}/index.m3u8`,
  page: (cameraId: string) => `/api/cameras/${cameraId}/page`,
  devices: '/api/devices',
  device: (deviceId: string) => `/api/devices/${deviceId}`,
  endpoints: (deviceId: string) => `/api/devices/${deviceId}/endpoints`,
  endpoint: (deviceId: string, endpointId: string) =>
    `/api/devices/${deviceId}/endpoints/${endpointId}`,
  probes: '/api/probes',
  views: '/api/views',
  view: (viewId: string) => `/api/views/${viewId}`,
  tls: '/api/tls',
  authority: '/authority.crt',
  frames: '/ws/frames',
  changes: '/ws/changes',
  flv: (cameraId: string, streamId: string) =>
    `/ws/flv?camera=${encodeURIComponent(cameraId)}&stream=${encodeURIComponent(streamId)}`,
} as const;

/** Every request that changes anything carries this header, which no foreign page can add. */
export const guardHeader = 'x-watchfloor';

/**
 * Close codes of our sockets. With `problem` the reason is a Problem as JSON (at most 123 bytes).
 */
export const closeCodes = { problem: 4000, tooSlow: 4001, sessionEnded: 4002 } as const;
