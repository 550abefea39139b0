import type { Variables } from './variables.ts';

export type Rights = 0 | 1 | 2;

/** A setting that a `set_*.cgi` takes: the query's name, the variable it fills, and its bounds. */
export interface Setting {
  readonly parameter: string;
  readonly variable: string;
  readonly mostLetters?: number;
  readonly range?: readonly [number, number];
}

export interface SetCommand {
  readonly rights: Rights;
  readonly store: 'params' | 'misc' | 'forbidden';
  readonly settings: readonly Setting[];
}

const text = (parameter: string, variable: string, mostLetters = 64): Setting => ({
  parameter,
  variable,
  mostLetters,
});
const number = (parameter: string, variable: string, from: number, to: number): Setting => ({
  parameter,
  variable,
  range: [from, to],
});
const each = <T>(from: number, to: number, make: (n: number) => T[]): T[] =>
  Array.from({ length: to - from + 1 }, (_, i) => make(from + i)).flat();

const admin = (...settings: readonly Setting[]): SetCommand => ({
  rights: 2,
  store: 'params',
  settings,
});

/** Spellings of the document's `set_forbidden` syntax that its own parameter list corrects. */
const misspelt: Readonly<Record<string, string>> = {
  schedule_mon_0: 'schedule_mon_o',
  schedule_wed_2: 'schedule_web_2',
};
const scheduleNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].flatMap((day) =>
  [0, 1, 2].map((word) => `schedule_${day}_${word}`),
);

/** The `set_*.cgi` commands that only store what they are given. */
export const setCommands: Readonly<Record<string, SetCommand>> = {
  'set_alias.cgi': admin(text('alias', 'alias', 20)),
  'set_datetime.cgi': admin(
    number('tz', 'tz', -50_400, 50_400),
    number('ntp_enable', 'ntp_enable', 0, 1),
    text('ntp_svr', 'ntp_svr', 64),
  ),
  'set_users.cgi': admin(
    ...each(1, 8, (n) => [
      text(`user${n}`, `user${n}_name`, 12),
      text(`pwd${n}`, `user${n}_pwd`, 12),
      number(`pri${n}`, `user${n}_pri`, 0, 2),
    ]),
  ),
  'set_devices.cgi': admin(
    ...each(2, 9, (n) => [
      text(`dev${n}_alias`, `dev${n}_alias`),
      text(`dev${n}_host`, `dev${n}_host`),
      number(`dev${n}_port`, `dev${n}_port`, 0, 65_535),
      text(`dev${n}_user`, `dev${n}_user`),
      text(`dev${n}_pwd`, `dev${n}_pwd`),
    ]),
  ),
  'set_network.cgi': admin(
    text('ip', 'ip'),
    text('mask', 'mask'),
    text('gateway', 'gateway'),
    text('dns', 'dns'),
    number('port', 'port', 1, 65_535),
  ),
  'set_wifi.cgi': admin(
    number('enable', 'wifi_enable', 0, 1),
    text('ssid', 'wifi_ssid'),
    number('encrypt', 'wifi_encrypt', 0, 5),
    number('defkey', 'wifi_defkey', 0, 3),
    ...each(1, 4, (n) => [
      text(`key${n}`, `wifi_key${n}`),
      number(`key${n}_bits`, `wifi_key${n}_bits`, 0, 1),
    ]),
    number('authtype', 'wifi_authtype', 0, 1),
    number('keyformat', 'wifi_keyformat', 0, 1),
    number('channel', 'wifi_channel', 0, 14),
    number('mode', 'wifi_mode', 0, 9),
    text('wpa_psk', 'wifi_wpa_psk', 64),
  ),
  'set_pppoe.cgi': admin(
    number('enable', 'pppoe_enable', 0, 1),
    text('user', 'pppoe_user', 40),
    text('pwd', 'pppoe_pwd', 20),
  ),
  'set_upnp.cgi': admin(number('enable', 'upnp_enable', 0, 1)),
  'set_ddns.cgi': admin(
    number('service', 'ddns_service', 0, 9),
    text('user', 'ddns_user', 20),
    text('pwd', 'ddns_pwd', 20),
    text('host', 'ddns_host', 40),
    text('proxy_svr', 'ddns_proxy_svr', 20),
    number('proxy_port', 'ddns_proxy_port', 0, 65_535),
  ),
  'set_ftp.cgi': admin(
    text('svr', 'ftp_svr', 64),
    number('port', 'ftp_port', 0, 65_535),
    text('user', 'ftp_user'),
    text('pwd', 'ftp_pwd'),
    number('mode', 'ftp_mode', 0, 1),
    text('dir', 'ftp_dir'),
    number('upload_interval', 'ftp_upload_interval', 0, 65_535),
  ),
  'set_mail.cgi': admin(
    text('svr', 'mail_svr', 64),
    number('port', 'mail_port', 0, 65_535),
    text('user', 'mail_user', 20),
    text('pwd', 'mail_pwd', 20),
    text('sender', 'mail_sender', 40),
    ...each(1, 4, (n) => [text(`receiver${n}`, `mail_receiver${n}`, 40)]),
    number('mail_inet_ip', 'mail_inet_ip', 0, 1),
  ),
  'set_alarm.cgi': admin(
    number('motion_armed', 'alarm_motion_armed', 0, 1),
    number('motion_sensitivity', 'alarm_motion_sensitivity', 0, 3),
    number('input_armed', 'alarm_input_armed', 0, 1),
    number('iolinkage', 'alarm_iolinkage', 0, 1),
    number('mail', 'alarm_mail', 0, 1),
    number('upload_interval', 'alarm_upload_interval', 0, 65_535),
  ),
  'set_forbidden.cgi': {
    rights: 2,
    store: 'forbidden',
    settings: [
      number('schedule_enable', 'schedule_enable', 0, 1),
      ...scheduleNames.flatMap((name) =>
        [name, ...(misspelt[name] === undefined ? [] : [misspelt[name]])].map((one) =>
          number(one, name, 0, 4_294_967_295),
        ),
      ),
    ],
  },
  'set_misc.cgi': {
    rights: 2,
    store: 'misc',
    settings: [
      number('led_mode', 'led_mode', 0, 2),
      number('ptz_center_onstart', 'ptz_center_onstart', 0, 1),
      number('ptz_auto_patrol_interval', 'ptz_auto_patrol_interval', 0, 65_535),
      number('ptz_auto_patrol_type', 'ptz_auto_patrol_type', 0, 3),
      number('ptz_patrol_h_rounds', 'ptz_patrol_h_rounds', 0, 255),
      number('ptz_patrol_v_rounds', 'ptz_patrol_v_rounds', 0, 255),
      ...['', 'up_', 'down_', 'left_', 'right_'].map((way) =>
        number(`ptz_patrol_${way}rate`, `ptz_patrol_${way}rate`, 0, 100),
      ),
    ],
  },
};

/** Stores the given settings; false, changing nothing, when one breaks its bounds. */
export function store(command: SetCommand, query: URLSearchParams, into: Variables): boolean {
  const changes: Variables = {};
  for (const { parameter, variable, mostLetters, range } of command.settings) {
    const value = query.get(parameter);
    if (value === null) continue;
    if (range === undefined) {
      if (value.length > (mostLetters ?? 0)) return false;
      changes[variable] = value;
      continue;
    }
    const asNumber = Number(value);
    if (value === '' || !Number.isInteger(asNumber) || asNumber < range[0] || asNumber > range[1])
      return false;
    changes[variable] = asNumber;
  }
  Object.assign(into, changes);
  return true;
}

export const serialBauds: ReadonlySet<number> = new Set([9, 11, 12, 13, 14, 15, 4097, 4098]);
