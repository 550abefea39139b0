import { sitePassword } from '../http/site-password.ts';
import { siteWord } from '../http/site-word.ts';

/** A device variable: numbers are written bare, text in single quotes. */
export type Variables = Record<string, string | number>;

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

export interface CameraAccount {
  readonly username: string;
  readonly password: string;
  /** 0 visitor, 1 operator, 2 administrator. */
  readonly rights: 0 | 1 | 2;
}

/** `get_params.cgi` of the document, in its order, all passwords in clear as the device has them. */
export function initialVariables(
  id: string,
  alias: string,
  accounts: readonly CameraAccount[],
  port: number,
): Variables {
  const variables: Variables = {
    id,
    sys_ver: '11.37.2.49',
    app_ver: '2.4.10.1',
    alias,
    now: 0,
    tz: 18_000,
    ntp_enable: 1,
    ntp_svr: 'ntp.invalid',
  };
  for (let n = 1; n <= 8; n += 1) {
    const account = accounts[n - 1];
    variables[`user${n}_name`] = account?.username ?? '';
    variables[`user${n}_pwd`] = account?.password ?? '';
    variables[`user${n}_pri`] = account?.rights ?? 0;
  }
  for (let n = 2; n <= 9; n += 1) {
    for (const field of ['alias', 'host']) variables[`dev${n}_${field}`] = '';
    variables[`dev${n}_port`] = 0;
    for (const field of ['user', 'pwd']) variables[`dev${n}_${field}`] = '';
  }
  return Object.assign(variables, {
    ip: '192.0.2.21',
    mask: '255.255.255.0',
    gateway: '192.0.2.1',
    dns: '192.0.2.1',
    port,
    wifi_enable: 0,
    wifi_ssid: '',
    wifi_encrypt: 0,
    wifi_defkey: 0,
    wifi_key1: '',
    wifi_key2: '',
    wifi_key3: '',
    wifi_key4: '',
    wifi_authtype: 0,
    wifi_keyformat: 0,
    wifi_key1_bits: 0,
    wifi_key2_bits: 0,
    wifi_key3_bits: 0,
    wifi_key4_bits: 0,
    wifi_channel: 5,
    wifi_mode: 0,
    wifi_wpa_psk: '',
    pppoe_enable: 0,
    pppoe_user: '',
    pppoe_pwd: '',
    upnp_enable: 0,
    ddns_service: 0,
    ddns_user: '',
    ddns_pwd: '',
    ddns_host: '',
    ddns_proxy_svr: '',
    ddns_proxy_port: 0,
    mail_svr: 'mail.invalid',
    mail_port: 25,
    mail_user: 'camera',
    mail_pwd: sitePassword('made-up-mail'),
    mail_sender: 'camera@mail.invalid',
    mail_receiver1: '',
    mail_receiver2: '',
    mail_receiver3: '',
    mail_receiver4: '',
    mail_inet_ip: 0,
    ftp_svr: '',
    ftp_port: 21,
    ftp_user: '',
    ftp_pwd: '',
    ftp_dir: '',
    ftp_mode: 0,
    ftp_upload_interval: 0,
    alarm_motion_armed: 1,
    alarm_motion_sensitivity: 1,
    alarm_input_armed: 0,
    alarm_iolinkage: 0,
    alarm_mail: 0,
    alarm_upload_interval: 0,
  });
}

export function initialMisc(): Variables {
  return {
    led_mode: 0,
    ptz_center_onstart: 1,
    ptz_auto_patrol_interval: 0,
    ptz_auto_patrol_type: 0,
    ptz_patrol_h_rounds: 1,
    ptz_patrol_v_rounds: 1,
    ptz_patrol_rate: 20,
    ptz_patrol_up_rate: 20,
    ptz_patrol_down_rate: 20,
    ptz_patrol_left_rate: 20,
    ptz_patrol_right_rate: 20,
  };
}

export function initialForbidden(): Variables {
  const variables: Variables = { schedule_enable: 0 };
  for (const day of days) for (const word of [0, 1, 2]) variables[`schedule_${day}_${word}`] = 0;
  return variables;
}

/** `var name=value;` per line, as captures of these cameras have it. */
export function writeVariables(variables: Readonly<Variables>): string {
  return Object.entries(variables)
    .map(
      ([name, value]) =>
        `var ${name}=${typeof value === 'number' ? value : `'${siteWord(name, value).replaceAll(/['\\]/g, '\\$&')}'`};\n`,
    )
    .join('');
}
