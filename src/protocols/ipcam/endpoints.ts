import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';

/** 0: disable, 1: enable, everywhere in the document. */
const onOff = z.literal([0, 1]);
const port = z.int().min(1).max(65_535);
const text = (longest: number) => z.string().max(longest);
/** Where the document gives no length: long enough for any name, short enough for a query. */
const freeText = text(128);
/** Sent in the query, since the device knows no other way. */
const secret = (longest: number) => z.string().max(longest).meta({ format: 'password' });
const freeSecret = secret(128);
/** Codes of the serial speeds, `comm_write.cgi` and `set_decoder.cgi`. */
const baud = z.literal([9, 11, 12, 13, 14, 15, 4097, 4098]);
/** 8: 320x240, 32: 640x480. */
const resolution = z.literal([8, 32]);
const uploadSeconds = z.int().min(0).max(65_535);
const word = z.int().min(0).max(0xff_ff_ff_ff);

type Shape = Record<string, z.ZodType>;

/** One field per number and name, e.g. `user1`, `pwd1`, `pri1`, `user2` and so on. */
function repeated(numbers: readonly number[], fields: (n: number) => Shape): Shape {
  return Object.assign({}, ...numbers.map(fields));
}

const upTo = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const userFields = repeated(upTo(1, 8), (n) => ({
  [`user${n}`]: text(12),
  [`pwd${n}`]: secret(12),
  [`pri${n}`]: z.literal([0, 1, 2]),
}));

const deviceFields = repeated(upTo(2, 9), (n) => ({
  [`dev${n}_alias`]: freeText,
  [`dev${n}_host`]: freeText,
  [`dev${n}_port`]: z.int().min(0).max(65_535),
  [`dev${n}_user`]: freeText,
  [`dev${n}_pwd`]: freeSecret,
}));

/** Three words of 32 quarter hours for each day; bit 0 of word 0 is 00:00 to 00:15. */
const scheduleFields: Shape = Object.assign(
  {},
  ...['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) =>
    repeated([0, 1, 2], (n) => ({ [`schedule_${day}_${n}`]: word.optional() })),
  ),
);

/** As the document's syntax line spells `mon_0` and `wed_2`; its table of parameters has them right. */
const misspeltScheduleFields: Shape = {
  schedule_mon_o: word.optional(),
  schedule_web_2: word.optional(),
};

const none = z.strictObject({});

/** What most rows have in common. `user`, `pwd` and `next_url` are never sent, so no row offers them. */
const base = { method: 'GET', query: none, reply: 'text', danger: 'safe' } as const;
const viewer = { ...base, role: 'viewer' } as const;
const operator = { ...base, role: 'operator' } as const;
const administrator = { ...base, role: 'administrator' } as const;

const pictures = [
  {
    ...viewer,
    id: 'picture.snapshot',
    path: '/snapshot.cgi',
    reply: 'jpeg',
    summary: 'One JPEG picture.',
    section: 'snapshot.cgi',
  },
  {
    ...viewer,
    id: 'picture.mjpeg',
    path: '/videostream.cgi',
    query: z.strictObject({ resolution: resolution.optional() }),
    reply: 'stream',
    summary: 'Live video as a multipart stream of JPEG pictures.',
    section: 'videostream.cgi',
  },
  {
    ...viewer,
    id: 'picture.asf',
    path: '/videostream.asf',
    query: z.strictObject({ resolution: resolution.optional() }),
    reply: 'stream',
    summary: 'Live video as ASF, for desktop players only.',
    section: 'videostream.asf',
  },
] as const satisfies readonly Endpoint[];

const readings = [
  {
    ...viewer,
    id: 'status.read',
    path: '/get_status.cgi',
    reply: 'variables',
    summary: 'Clock, alarm, DDNS and UPnP state; needs no account.',
    section: 'get_status.cgi',
  },
  {
    ...viewer,
    id: 'camera.read',
    path: '/get_camera_params.cgi',
    reply: 'variables',
    summary: 'Resolution, brightness, contrast, mode and orientation.',
    section: 'get_camera_params.cgi',
  },
  {
    ...administrator,
    id: 'settings.read',
    path: '/get_params.cgi',
    reply: 'variables',
    secretReply: true,
    summary: 'All settings, every password among them.',
    section: 'get_params.cgi',
  },
  {
    ...administrator,
    id: 'forbidden.read',
    path: '/get_forbidden.cgi',
    reply: 'variables',
    summary: 'The hours in which pictures and sound are blocked.',
    section: 'get_forbidden.cgi',
  },
  {
    ...administrator,
    id: 'misc.read',
    path: '/get_misc.cgi',
    reply: 'variables',
    summary: 'LED mode and patrol settings.',
    section: 'get_misc.cgi',
  },
] as const satisfies readonly Endpoint[];

/** decoder_control.cgi and camera_control.cgi have a row for each group of values that differ in danger or range. */
const controls = [
  {
    ...operator,
    id: 'decoder.move',
    path: '/decoder_control.cgi',
    query: z.strictObject({ command: z.literal([0, 1, 2, 3, 4, 5, 6, 7, 25]) }),
    summary: 'Move: 0 up, 2 down, 4 left, 6 right; 1, 3, 5, 7 stop each; 25 centre.',
    section: 'decoder_control.cgi',
  },
  {
    ...operator,
    id: 'decoder.patrol',
    path: '/decoder_control.cgi',
    query: z.strictObject({ command: z.literal([26, 27, 28, 29]) }),
    summary: 'Patrol: 26 vertical, 28 horizontal; 27 and 29 stop them.',
    section: 'decoder_control.cgi',
  },
  {
    ...operator,
    id: 'decoder.output',
    path: '/decoder_control.cgi',
    query: z.strictObject({ command: z.literal([94, 95]) }),
    danger: 'disruptive',
    summary: 'Switch the output: 94 high, 95 low. May drive a door, a siren or a lamp.',
    section: 'decoder_control.cgi',
  },
  {
    ...operator,
    id: 'camera.resolution',
    path: '/camera_control.cgi',
    query: z.strictObject({ param: z.literal(0), value: resolution }),
    summary: 'Set the picture size: 8 is 320x240, 32 is 640x480.',
    section: 'camera_control.cgi',
  },
  {
    ...operator,
    id: 'camera.brightness',
    path: '/camera_control.cgi',
    query: z.strictObject({ param: z.literal(1), value: z.int().min(0).max(255) }),
    summary: 'Set the brightness.',
    section: 'camera_control.cgi',
  },
  {
    ...operator,
    id: 'camera.contrast',
    path: '/camera_control.cgi',
    query: z.strictObject({ param: z.literal(2), value: z.int().min(0).max(6) }),
    summary: 'Set the contrast.',
    section: 'camera_control.cgi',
  },
  {
    ...operator,
    id: 'camera.mode',
    path: '/camera_control.cgi',
    query: z.strictObject({ param: z.literal(3), value: z.literal([0, 1, 2]) }),
    summary: 'Set the mode: 0 is 50 Hz, 1 is 60 Hz, 2 is outdoor.',
    section: 'camera_control.cgi',
  },
  {
    ...operator,
    id: 'camera.orientation',
    path: '/camera_control.cgi',
    query: z.strictObject({ param: z.literal(5), value: z.literal([0, 1, 2, 3]) }),
    summary: 'Turn the picture: 0 as built, 1 flip, 2 mirror, 3 both.',
    section: 'camera_control.cgi',
  },
  {
    ...administrator,
    id: 'serial.write',
    path: '/comm_write.cgi',
    query: z.strictObject({
      port: z.int().min(0).max(3),
      baud,
      bytes: z.int().min(0).max(255),
      data: text(765),
    }),
    danger: 'disruptive',
    summary: 'Send bytes through the serial port; drives whatever is attached.',
    section: 'Comm_write.cgi',
  },
] as const satisfies readonly Endpoint[];

const upkeep = [
  {
    ...administrator,
    id: 'device.reboot',
    path: '/reboot.cgi',
    danger: 'disruptive',
    summary: 'Restart the device.',
    section: 'reboot.cgi',
  },
  {
    ...administrator,
    id: 'device.restore-factory',
    path: '/restore_factory.cgi',
    danger: 'destructive',
    summary: 'Erase all settings and return to those of the factory.',
    section: 'restore_factory.cgi',
  },
  {
    ...administrator,
    id: 'device.upgrade-firmware',
    method: 'POST',
    path: '/upgrade_firmware.cgi',
    body: 'file',
    danger: 'destructive',
    summary: 'Replace the firmware; a wrong file makes the device useless.',
    section: 'upgrade_firmware.cgi',
  },
  {
    ...administrator,
    id: 'device.upgrade-pages',
    method: 'POST',
    path: '/upgrade_htmls.cgi',
    body: 'file',
    danger: 'destructive',
    summary: 'Replace the web pages of the device.',
    section: 'upgrade_htmls.cgi',
  },
] as const satisfies readonly Endpoint[];

const alarm = {
  ...operator,
  id: 'settings.alarm',
  path: '/set_alarm.cgi',
  query: z.strictObject({
    motion_armed: onOff,
    motion_sensitivity: z.literal([0, 1, 2, 3]),
    input_armed: onOff,
    iolinkage: onOff,
    mail: onOff,
    upload_interval: uploadSeconds,
  }),
  danger: 'disruptive',
  summary: 'Arm or disarm motion and input alarms, and what they set off.',
  section: 'set_alarm.cgi',
} as const satisfies Endpoint;

const settings = [
  {
    ...administrator,
    id: 'settings.alias',
    path: '/set_alias.cgi',
    query: z.strictObject({ alias: text(20) }),
    summary: 'Rename the device.',
    section: 'set_alias.cgi',
  },
  {
    ...administrator,
    id: 'settings.datetime',
    path: '/set_datetime.cgi',
    query: z.strictObject({
      tz: z.int().min(-86_400).max(86_400),
      ntp_enable: onOff,
      ntp_svr: text(64),
      now: z.int().min(0).max(0xff_ff_ff_ff).optional(),
    }),
    danger: 'disruptive',
    summary: 'Set clock, time server and zone; moves every time stamp that follows.',
    section: 'set_datetime.cgi',
  },
  {
    ...administrator,
    id: 'settings.users',
    path: '/set_users.cgi',
    query: z.strictObject(userFields),
    danger: 'destructive',
    summary: 'Replace all eight accounts at once; may lock everybody out.',
    section: 'set_users.cgi',
  },
  {
    ...administrator,
    id: 'settings.devices',
    path: '/set_devices.cgi',
    query: z.strictObject(deviceFields),
    summary: 'Set the eight other devices that its own page shows.',
    section: 'set_devices.cgi',
  },
  {
    ...administrator,
    id: 'settings.network',
    path: '/set_network.cgi',
    query: z.strictObject({ ip: freeText, mask: freeText, gateway: freeText, dns: freeText, port }),
    danger: 'destructive',
    summary: 'Set address and port (an empty address means DHCP); the device moves away.',
    section: 'set_network.cgi',
  },
  {
    ...administrator,
    id: 'settings.wifi',
    path: '/set_wifi.cgi',
    query: z.strictObject({
      enable: onOff,
      ssid: freeText,
      encrypt: z.int().min(0).max(5),
      defkey: z.int().min(0).max(3),
      ...repeated(upTo(1, 4), (n) => ({ [`key${n}`]: freeSecret })),
      authtype: z.literal([0, 1]),
      keyformat: z.literal([0, 1]),
      ...repeated(upTo(1, 4), (n) => ({ [`key${n}_bits`]: z.literal([0, 1]) })),
      channel: z.int().min(0).max(255),
      mode: z.int().min(0).max(255),
      wpa_psk: secret(64),
    }),
    danger: 'disruptive',
    summary: 'Set the wireless network; the device may drop off it.',
    section: 'set_wifi.cgi',
  },
  {
    ...administrator,
    id: 'settings.pppoe',
    path: '/set_pppoe.cgi',
    query: z.strictObject({ enable: onOff, user: text(40), pwd: secret(20) }),
    danger: 'disruptive',
    summary: 'Set dialling in by PPPoE; may change the address.',
    section: 'set_pppoe.cgi',
  },
  {
    ...administrator,
    id: 'settings.upnp',
    path: '/set_upnp.cgi',
    query: z.strictObject({ enable: onOff }),
    danger: 'disruptive',
    summary: 'Let the device open a port on the router, or stop that.',
    section: 'set_upnp.cgi',
  },
  {
    ...administrator,
    id: 'settings.ddns',
    path: '/set_ddns.cgi',
    query: z.strictObject({
      service: z.int().min(0).max(9),
      user: text(20),
      pwd: secret(20),
      host: text(40),
      proxy_svr: text(20),
      proxy_port: z.int().min(0).max(65_535),
    }),
    summary: 'Set the dynamic DNS service.',
    section: 'set_ddns.cgi',
  },
  {
    ...administrator,
    id: 'settings.ftp',
    path: '/set_ftp.cgi',
    query: z.strictObject({
      svr: text(64),
      port,
      user: freeText,
      pwd: freeSecret,
      mode: z.literal([0, 1]),
      dir: freeText,
      upload_interval: uploadSeconds,
    }),
    danger: 'disruptive',
    summary: 'Set the upload of pictures by FTP; the password travels in the address.',
    section: 'set_ftp.cgi',
  },
  {
    ...administrator,
    id: 'settings.mail',
    path: '/set_mail.cgi',
    query: z.strictObject({
      svr: text(64),
      port,
      user: text(20),
      pwd: secret(20),
      sender: text(40),
      ...repeated(upTo(1, 4), (n) => ({ [`receiver${n}`]: text(40) })),
      mail_inet_ip: onOff,
    }),
    danger: 'disruptive',
    summary: 'Set alarm mail; the password travels in the address.',
    section: 'set_mail.cgi',
  },
  alarm,
  {
    ...administrator,
    id: 'forbidden.write',
    path: '/set_forbidden.cgi',
    query: z.strictObject({
      schedule_enable: onOff,
      ...scheduleFields,
      ...misspeltScheduleFields,
    }),
    danger: 'disruptive',
    summary: 'Block pictures and sound by quarter hours of the week.',
    section: 'Set_forbidden.cgi',
  },
  {
    ...administrator,
    id: 'misc.write',
    path: '/set_misc.cgi',
    query: z.strictObject({
      led_mode: z.literal([0, 1, 2]).optional(),
      ptz_center_onstart: onOff.optional(),
      ptz_auto_patrol_interval: z.int().min(0).max(65_535).optional(),
      ptz_auto_patrol_type: z.literal([0, 1, 2, 3]).optional(),
      ptz_patrol_h_rounds: z.int().min(0).max(65_535).optional(),
      ptz_patrol_v_rounds: z.int().min(0).max(65_535).optional(),
      ptz_patrol_rate: z.int().min(0).max(100).optional(),
      ptz_patrol_up_rate: z.int().min(0).max(100).optional(),
      ptz_patrol_down_rate: z.int().min(0).max(100).optional(),
      ptz_patrol_left_rate: z.int().min(0).max(100).optional(),
      ptz_patrol_right_rate: z.int().min(0).max(100).optional(),
    }),
    summary: 'Set LED mode, centring at start, and patrols.',
    section: 'Set_misc.cgi',
  },
  {
    ...administrator,
    id: 'serial.baud',
    path: '/set_decoder.cgi',
    query: z.strictObject({ baud }),
    summary: 'Set the speed of the serial port.',
    section: 'set_decoder.cgi',
  },
] as const satisfies readonly Endpoint[];

export const endpoints: readonly Endpoint[] = [
  ...pictures,
  ...readings,
  ...controls,
  ...upkeep,
  ...settings,
];

const [snapshot, mjpeg] = pictures;
const [readStatus, readCamera, readSettings] = readings;
const [move, patrol, output, , brightness, contrast, mode, orientation] = controls;

/** The rows that operations call. */
export const ipcamEndpoint = {
  snapshot,
  mjpeg,
  readStatus,
  readCamera,
  readSettings,
  move,
  patrol,
  output,
  brightness,
  contrast,
  mode,
  orientation,
  alarm,
} as const;

/** What a failure names. */
export function operationOf(endpoint: Endpoint): string {
  return `ipcam.${endpoint.id}`;
}
